package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"
	"time"
)

const (
	// leadRetry is how often a standby asks for the lead, and how often the
	// leader makes sure that it has it.
	leadRetry = time.Second

	// leadPatience is how long the database may take to answer the leader.
	leadPatience = 5 * time.Second
)

// The lead is a lock of PostgreSQL that belongs to a connection and ends with
// it; each schema has its own.
const (
	takeLead = `SELECT pg_try_advisory_lock(hashtext('cchcbot lead'), hashtext(current_schema()))`
	keepLead = `SELECT 1`
	giveLead = `SELECT pg_advisory_unlock(hashtext('cchcbot lead'), hashtext(current_schema()))`
)

// Lead blocks until this process is the active one on the database, or the
// context ends. The active process alone polls and works the queue. When lost
// is closed it is so no longer, and must stop: its connection to the database
// died, and another process may lead. release gives the lead away; it must be
// called, and may be called more than once.
//
// A SQLite file belongs to one process anyway, which leads at once and for good.
func (s *Store) Lead(ctx context.Context) (lost <-chan struct{}, release func(), err error) {
	defer wrap(&err, "take the lead")
	if s.dialect == sqlite {
		return make(chan struct{}), func() {}, ctx.Err()
	}
	conn, err := s.waitForLead(ctx)
	if err != nil {
		return nil, nil, err
	}
	l := &leader{conn: conn, lost: make(chan struct{}), stopped: make(chan struct{})}
	watch, stop := context.WithCancel(context.WithoutCancel(ctx)) // the lead outlasts the wait for it
	go l.watch(watch)
	return l.lost, sync.OnceFunc(func() {
		stop()
		<-l.stopped
		l.release()
	}), nil
}

// waitForLead returns the connection that holds the lead. While the database is
// away it waits for that too.
func (s *Store) waitForLead(ctx context.Context) (*sql.Conn, error) {
	for {
		conn, err := s.tryLead(ctx)
		if conn != nil {
			return conn, nil
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), err)
		case <-time.After(leadRetry):
		}
	}
}

// tryLead returns no connection where another process has the lead.
func (s *Store) tryLead(ctx context.Context) (*sql.Conn, error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	var taken bool
	if err := conn.QueryRowContext(ctx, takeLead).Scan(&taken); err != nil {
		discard(conn) // it may hold the lock although the answer is lost
		return nil, fmt.Errorf("lock: %w", err)
	}
	if !taken {
		_ = conn.Close() // it goes back to the pool
		return nil, nil
	}
	return conn, nil
}

// leader holds the lead on a connection.
type leader struct {
	conn    *sql.Conn
	lost    chan struct{}
	stopped chan struct{}
}

// watch makes sure again and again that the connection lives. It ends with the
// context, or by closing lost.
func (l *leader) watch(ctx context.Context) {
	defer close(l.stopped)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(leadRetry):
		}
		if !l.alive(ctx) {
			if ctx.Err() == nil {
				close(l.lost)
			}
			return
		}
	}
}

func (l *leader) alive(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, leadPatience)
	defer cancel()
	_, err := l.conn.ExecContext(ctx, keepLead)
	return err == nil
}

// release gives the lead away at once, or with the connection.
func (l *leader) release() {
	ctx, cancel := context.WithTimeout(context.Background(), leadPatience)
	defer cancel()
	if _, err := l.conn.ExecContext(ctx, giveLead); err != nil {
		discard(l.conn)
		return
	}
	_ = l.conn.Close() // it goes back to the pool
}

// discard closes a connection for good, so that nothing is left locked by it.
func discard(conn *sql.Conn) {
	_ = conn.Raw(func(any) error { return driver.ErrBadConn })
	_ = conn.Close()
}
