package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"cchcbot/bot/chat"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// What the program counts is written as a Prometheus reads it, by
// VictoriaMetrics/metrics: it brings two small modules, where client_golang would
// bring six, and its sets are values.
// No label tells a person, a chat or what was said.

// answerSpans bound the classes of the histogram of answers, in seconds.
var answerSpans = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}

// gauges are what the program measures whenever it is asked.
type gauges struct {
	*program
	out io.Writer
}

// countUp counts an event by its name.
func (b *program) countUp(name string) { b.counters.GetOrCreateCounter(name).Inc() }

// traceInto counts the statements of the database, and those that failed for
// another reason than that nobody waits for them any more.
func traceInto(counters *metrics.Set) func(err error) {
	statements, failures := counters.NewCounter("cchcbot_database_statements_total"), counters.NewCounter("cchcbot_database_errors_total")
	return func(err error) {
		statements.Inc()
		if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, sql.ErrNoRows) {
			failures.Inc()
		}
	}
}

// answered counts an answer.
func (b *program) answered(began time.Time, reply chat.Reply, err error) {
	shows := "words"
	switch {
	case err != nil:
		shows = "error"
	case len(reply.Shown.Units) > 0:
		shows = "units"
	}
	b.countUp(`cchcbot_answers_total{shows="` + shows + `"}`)
	b.counters.GetOrCreatePrometheusHistogramExt("cchcbot_answer_seconds", answerSpans).UpdateDuration(began)
}

// writeMetrics writes all of them. What the database does not tell is left out,
// and database_up is 0.
func (b *program) writeMetrics(ctx context.Context, w io.Writer) {
	b.counters.WritePrometheus(w)
	metrics.WriteProcessMetrics(w)
	g := gauges{b, w}
	transport := b.telegram.Load()
	g.write("cchcbot_leader", zeroOrOne(transport != nil))
	if transport != nil {
		load := transport.Load()
		g.write("cchcbot_inbox_open", load.Open)
		g.write("cchcbot_inbox_held", load.Held)
		g.write(`cchcbot_waiting_for_telegram{kind="answer"}`, load.Answers)
		g.write(`cchcbot_waiting_for_telegram{kind="patient"}`, load.Patient)
		g.write("cchcbot_last_poll_timestamp_seconds", load.Polled.Unix())
	}
	g.write("cchcbot_database_writable", zeroOrOne(b.memory.CheckWrite(ctx) == nil))
	today := plan.DateOf(b.settings.clock.Now())
	figures, err := b.memory.Figures(ctx, today)
	g.write("cchcbot_database_up", zeroOrOne(err == nil))
	if err == nil {
		g.database(figures)
		g.campaign(ctx, today)
	}
	g.write(fmt.Sprintf("cchcbot_plan_info{number=%q}", b.chat.Load().Plan().Number), 1)
}

func (g gauges) database(f store.Figures) {
	g.write("cchcbot_database_bytes", f.Bytes)
	g.write("cchcbot_inbox_written_down", f.Inbox)
	g.write("cchcbot_jobs", f.Jobs)
	g.write("cchcbot_jobs_failing", f.Failing)
	g.write("cchcbot_chats_unreachable", f.Unreachable)
	if strings.HasPrefix(string(g.settings.database), "sqlite:") {
		g.write("cchcbot_last_backup_timestamp_seconds", max(f.BackedUp.Unix(), 0))
	}
	if !f.LastSent.IsZero() {
		g.write("cchcbot_last_digest_timestamp_seconds", f.LastSent.Unix())
	}
}

// campaign tells what becomes of the digests of today.
func (g gauges) campaign(ctx context.Context, today plan.Date) {
	list, err := g.memory.Campaigns(ctx, today, today)
	if err != nil || len(list) == 0 {
		return
	}
	c, failed := list[0], 0
	for _, n := range list[0].Failed {
		failed += n
	}
	g.write(`cchcbot_digests_today{progress="due"}`, c.Due)
	g.write(`cchcbot_digests_today{progress="sent"}`, c.Sent)
	g.write(`cchcbot_digests_today{progress="dropped"}`, c.Dropped)
	g.write(`cchcbot_digests_today{progress="refused"}`, failed)
	g.write(`cchcbot_digests_today{progress="waiting"}`, c.Waiting())
}

func (g gauges) write(name string, value any) { fmt.Fprintf(g.out, "%s %v\n", name, value) }

func zeroOrOne(is bool) int {
	if is {
		return 1
	}
	return 0
}
