package telegram

import (
	"sync"
	"time"
)

// lanes run jobs: those of one chat one after the other, those of different
// chats side by side, as many at once as there are slots. How many jobs wait is
// bounded by the window that they come from.
type lanes struct {
	slots   chan struct{}
	running sync.WaitGroup

	mu     sync.Mutex
	queues map[int64][]func() // a chat is in here as long as its lane runs
}

func newLanes(workers int) *lanes {
	return &lanes{slots: make(chan struct{}, workers), queues: make(map[int64][]func())}
}

// add appends a job to its chat's lane.
func (l *lanes) add(chat int64, job func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	queue, runs := l.queues[chat]
	l.queues[chat] = append(queue, job)
	if !runs {
		l.running.Go(func() { l.run(chat) })
	}
}

// run empties one lane. The slot is given back after each job, so that a chat
// with many waits its turn among the others.
func (l *lanes) run(chat int64) {
	for {
		job, more := l.next(chat)
		if !more {
			return
		}
		l.slots <- struct{}{}
		job()
		<-l.slots
	}
}

// next takes the lane's first job, or closes the lane.
func (l *lanes) next(chat int64) (func(), bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	queue := l.queues[chat]
	if len(queue) == 0 {
		delete(l.queues, chat)
		return nil, false
	}
	l.queues[chat] = queue[1:]
	return queue[0], true
}

// drain waits until all jobs are done, at most the given time, and says
// whether they are.
func (l *lanes) drain(atMost time.Duration) bool {
	done := make(chan struct{})
	go func() {
		l.running.Wait()
		close(done)
	}()
	timer := time.NewTimer(atMost)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
		return false
	}
}
