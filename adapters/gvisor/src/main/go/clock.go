package main

import (
	"container/heap"
	"sync"
	"time"

	"gvisor.dev/gvisor/pkg/tcpip"
)

// start is not 0: the stack takes a time of zero for "never".
const start = int64(time.Hour)

// clock stands still until it is told that time passes. It runs the timers one by one, in the order of their times and,
// at one and the same time, in the order in which they were set. faketime.ManualClock does not say when the next timer
// is due, and runs those of one time in the order of a map, which is none.
type clock struct {
	mu     sync.Mutex
	now    int64
	set    uint64
	timers timers
}

type timer struct {
	clock *clock
	run   func()
	due   int64
	set   uint64
	index int
}

const notWaiting = -1

type timers []*timer

func newClock() *clock { return &clock{now: start} }

// Now implements tcpip.Clock.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Unix(0, c.now)
}

// NowMonotonic implements tcpip.Clock.
func (c *clock) NowMonotonic() tcpip.MonotonicTime {
	c.mu.Lock()
	defer c.mu.Unlock()
	return tcpip.MonotonicTime{}.Add(time.Duration(c.now))
}

// AfterFunc implements tcpip.Clock.
func (c *clock) AfterFunc(d time.Duration, f func()) tcpip.Timer {
	t := &timer{clock: c, run: f, index: notWaiting}
	t.Reset(d)
	return t
}

// Stop implements tcpip.Timer.
func (t *timer) Stop() bool {
	t.clock.mu.Lock()
	defer t.clock.mu.Unlock()
	return t.stop()
}

func (t *timer) stop() bool {
	if t.index == notWaiting {
		return false
	}
	heap.Remove(&t.clock.timers, t.index)
	return true
}

// Reset implements tcpip.Timer.
func (t *timer) Reset(d time.Duration) {
	c := t.clock
	c.mu.Lock()
	defer c.mu.Unlock()
	t.stop()
	if d < 0 {
		d = 0
	}
	c.set++
	t.due, t.set = c.now+int64(d), c.set
	heap.Push(&c.timers, t)
}

func (c *clock) isDue(deadline int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.timers) > 0 && c.timers[0].due <= deadline
}

// runNext lets time pass to the next timer and runs it, if that is due by deadline. It runs without the lock: it may set
// other timers.
func (c *clock) runNext(deadline int64) bool {
	c.mu.Lock()
	if len(c.timers) == 0 || c.timers[0].due > deadline {
		c.mu.Unlock()
		return false
	}
	t := heap.Pop(&c.timers).(*timer)
	if t.due > c.now {
		c.now = t.due
	}
	c.mu.Unlock()
	t.run()
	return true
}

// passTo lets time pass to now, if it is not later already.
func (c *clock) passTo(now int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now > c.now {
		c.now = now
	}
}

func (c *clock) nanos() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (q timers) Len() int { return len(q) }

func (q timers) Less(i, j int) bool {
	return q[i].due < q[j].due || q[i].due == q[j].due && q[i].set < q[j].set
}

func (q timers) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}

// Push implements heap.Interface.
func (q *timers) Push(x any) {
	t := x.(*timer)
	t.index = len(*q)
	*q = append(*q, t)
}

// Pop implements heap.Interface.
func (q *timers) Pop() any {
	last := len(*q) - 1
	t := (*q)[last]
	t.index = notWaiting
	*q = (*q)[:last]
	return t
}
