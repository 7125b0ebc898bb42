package plan

import (
	"slices"
	"sync"
)

// Latest keeps what was asked for last, so that what can be made anew takes a
// bounded room. It is safe for concurrent use.
type Latest[K comparable, V any] struct {
	most int

	mu   sync.Mutex
	kept []latestEntry[K, V] // the latest last
}

type latestEntry[K comparable, V any] struct {
	key  K
	open func() (V, error)
}

// NewLatest keeps up to most values.
func NewLatest[K comparable, V any](most int) *Latest[K, V] { return &Latest[K, V]{most: most} }

// Get is what is kept of a key, else what open makes, once however many ask. A
// failure is not kept.
func (l *Latest[K, V]) Get(key K, open func() (V, error)) (V, error) {
	l.mu.Lock()
	one := latestEntry[K, V]{key, sync.OnceValues(open)}
	if i := slices.IndexFunc(l.kept, func(k latestEntry[K, V]) bool { return k.key == key }); i >= 0 {
		one = l.kept[i]
		l.kept = slices.Delete(l.kept, i, i+1)
	}
	l.kept = append(l.kept, one)
	if n := len(l.kept) - l.most; n > 0 {
		l.kept = slices.Delete(l.kept, 0, n)
	}
	l.mu.Unlock()

	value, err := one.open()
	if err != nil {
		l.mu.Lock()
		l.kept = slices.DeleteFunc(l.kept, func(k latestEntry[K, V]) bool { return k.key == key })
		l.mu.Unlock()
	}
	return value, err
}
