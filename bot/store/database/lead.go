package database

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

const (
	// leaseTerm is how long the lead lasts without being renewed.
	leaseTerm = 5 * time.Second

	// leaseHeld is how long its holder counts on it. The rest is for a message that
	// is on its way, and for clocks that run apart.
	leaseHeld = 4 * time.Second

	// leaseEvery is how often a standby asks for the lead, and how often the leader
	// renews it.
	leaseEvery = time.Second
)

// Lead is the right of this process to be the active one: it alone polls, sends
// and works the queue.
type Lead struct {
	// Lost is closed when the right ends before Release: the process must stop
	// its work, and another one may lead.
	Lost <-chan struct{}

	// Held says whether the right still lasts. A process that was stopped for a
	// while asks before it sends anything: it may have lost the right without
	// having heard of it.
	Held func() bool

	// Release gives the right away. It must be called, and may be called more
	// than once.
	Release func()
}

// Lead blocks until this process is the active one on the database, or the
// context ends.
//
// On PostgreSQL the lead is a lease: a row with a holder, a term and an end by the
// clock of the database. A leader that hangs or loses the database is replaced
// within seconds, and knows by its own clock, without asking, that it is. A
// SQLite file belongs to one process anyway, which leads at once and for good.
func (a Administration) Lead(ctx context.Context) (_ Lead, err error) {
	defer Wrap(&err, "take the lead")
	if a.db.SQLite() {
		return Lead{Lost: make(chan struct{}), Held: func() bool { return true }, Release: func() {}}, ctx.Err()
	}
	l := &lease{db: a.db, holder: rand.Text(), lost: make(chan struct{}), stopped: make(chan struct{})}
	if err := l.wait(ctx); err != nil {
		return Lead{}, err
	}
	renewing, stop := context.WithCancel(context.WithoutCancel(ctx)) // the lead outlasts the wait for it
	go l.keep(renewing)
	return Lead{Lost: l.lost, Held: l.held, Release: sync.OnceFunc(func() {
		stop()
		<-l.stopped
		l.release()
	})}, nil
}

// lease is the lead of one holder, in one term.
type lease struct {
	db      *DB
	holder  string
	term    int64
	lost    chan struct{}
	stopped chan struct{}

	mu    sync.Mutex
	until time.Time // by the clock of this machine, which is not set back
}

const (
	databaseNow = `CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`

	takeLease = `INSERT INTO lease (name, holder, term, until_time) VALUES ('lead', ?, 1, ` + databaseNow + ` + ?)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, term = lease.term + 1, until_time = excluded.until_time
		WHERE lease.until_time < ` + databaseNow + ` RETURNING term`
	renewLease = `UPDATE lease SET until_time = ` + databaseNow + ` + ? WHERE name = 'lead' AND holder = ? AND term = ?`
	endLease   = `UPDATE lease SET until_time = 0 WHERE name = 'lead' AND holder = ? AND term = ?`
)

// wait takes the lease once it is free. While the database is away it waits for
// that too.
func (l *lease) wait(ctx context.Context) error {
	for {
		taken, err := l.take(ctx)
		if taken {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(leaseEvery):
		}
	}
}

// take is false where another process has the lease.
func (l *lease) take(ctx context.Context) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, leaseTerm)
	defer cancel()
	began := time.Now()
	err := l.db.QueryRow(ctx, takeLease, l.holder, leaseTerm.Milliseconds()).Scan(&l.term)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("lease: %w", err)
	}
	l.extend(began)
	return true, nil
}

// extend counts from before the database was asked: its own count began later.
func (l *lease) extend(began time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.until = began.Add(leaseHeld)
}

func (l *lease) held() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return time.Now().Before(l.until)
}

// keep renews the lease again and again. It ends with the context, or by closing
// lost.
func (l *lease) keep(ctx context.Context) {
	defer close(l.stopped)
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
			return
		case <-time.After(leaseEvery):
		}
		if !l.renew(ctx) && ctx.Err() == nil {
			close(l.lost)
			return
		}
	}
}

// renew is false where the lease is another's, or has ended. An error of the
// database alone is waited out as long as the lease lasts; and where it refuses
// to write anything, nobody else can take the lease either.
func (l *lease) renew(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, leaseEvery)
	defer cancel()
	began := time.Now()
	renewed, err := l.db.Affect(ctx, renewLease, leaseTerm.Milliseconds(), l.holder, l.term)
	switch {
	case err == nil && renewed == 0:
		return false
	case err == nil, writesNothing(err):
		l.extend(began)
	}
	return l.held()
}

// writesNothing is true for the refusals of a PostgreSQL that is read only, or
// that has no room.
func writesNothing(err error) bool {
	said, ok := errors.AsType[*pgconn.PgError](err)
	return ok && (said.Code == "25006" || said.Code == "53100")
}

// release ends the lease at once, or lets it end by itself.
func (l *lease) release() {
	ctx, cancel := context.WithTimeout(context.Background(), leaseTerm)
	defer cancel()
	_ = l.db.Exec(ctx, endLease, l.holder, l.term)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.until = time.Time{}
}
