package telegram

import (
	"context"
	"sync"
)

// beside is what runs next to polling and ends with it.
type beside struct {
	cancel  context.CancelFunc
	running sync.WaitGroup
}

func newBeside(ctx context.Context, jobs ...func(context.Context)) *beside {
	ctx, cancel := context.WithCancel(ctx)
	b := &beside{cancel: cancel}
	for _, job := range jobs {
		b.running.Go(func() { job(ctx) })
	}
	return b
}

func (b *beside) stop() {
	b.cancel()
	b.running.Wait()
}
