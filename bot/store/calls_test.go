package store

import (
	"context"
	"strings"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

func TestErrorsSayWhatFailed(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address)
		must(t, err)
		must(t, s.Close())
		for _, c := range calls(s) {
			if err := c.call(t.Context()); err == nil || !strings.HasPrefix(err.Error(), c.says+": ") {
				t.Errorf("on a closed Store: %v, want %q…", err, c.says)
			}
		}
	})
}

// call is a method that reaches the database, and how its errors begin.
type call struct {
	says string
	call func(context.Context) error
}

// calls is every method that reaches the database.
func calls(s *Store) []call {
	var (
		on     = plan.Date{Year: 2024, Month: 3, Day: 18}
		sub    = record.Subscription{Chat: 5, Agency: "so-y-te", Role: record.Leader, Standing: record.Approved}
		o      = article("so-y-te", 1)
		letter = record.Letter{Chat: 5, Body: []byte(`{}`)}
	)
	return []call{
		{"database does not answer", s.Ping},
		{"try to write", s.CheckWrite},
		{"read chat 5", func(ctx context.Context) error { _, err := s.Chat(ctx, 5); return err }},
		{"read chat 5", func(ctx context.Context) error { _, err := s.AgencyOf(ctx, 5); return err }},
		{"keep agency of chat 5", func(ctx context.Context) error { return s.SetAgency(ctx, 5, "so-y-te") }},
		{"mark chat 5 unreachable", func(ctx context.Context) error { return s.MarkUnreachable(ctx, 5, "blocked") }},
		{"mark chat 5 reachable", func(ctx context.Context) error { return s.MarkReachable(ctx, 5) }},
		{"move chat 5 to 6", func(ctx context.Context) error { return s.MoveChat(ctx, 5, 6) }},
		{"keep 1 updates", func(ctx context.Context) error { return s.Keep(ctx, arrived(5)) }},
		{"note that 1 updates were handled", func(ctx context.Context) error { return s.Done(ctx, 5) }},
		{"read the updates that wait", func(ctx context.Context) error { _, _, err := s.Kept(ctx); return err }},
		{"keep feedback of chat 5", func(ctx context.Context) error { return s.AddFeedback(ctx, record.Feedback{Chat: 5}) }},
		{"explain feedback of chat 5", func(ctx context.Context) error { return s.ExplainFeedback(ctx, record.Feedback{Chat: 5}) }},
		{"list feedback", func(ctx context.Context) error { _, err := s.ListFeedback(ctx); return err }},

		{"remember person 5", func(ctx context.Context) error { return s.Meet(ctx, record.Person{ID: 5}) }},
		{"read the data of person 5", func(ctx context.Context) error { _, err := s.PersonalData(ctx, 5); return err }},
		{"read the notice of person 5", func(ctx context.Context) error { _, err := s.NoticedAt(ctx, 5); return err }},
		{"keep the notice of person 5", func(ctx context.Context) error { return s.Notice(ctx, record.Person{ID: 5}) }},
		{"read person 5", func(ctx context.Context) error { _, err := s.Person(ctx, 5); return err }},
		{"read recipient 5", func(ctx context.Context) error { _, err := s.Recipient(ctx, 5, on); return err }},
		{"read what is known of occurrences", func(ctx context.Context) error { _, err := s.Known(ctx, on); return err }},
		{"find who decided about chat 5", func(ctx context.Context) error { _, err := s.DecidedBy(ctx, sub); return err }},
		{"list administrators", func(ctx context.Context) error { _, err := s.Administrators(ctx); return err }},
		{"name administrator 101", func(ctx context.Context) error { return s.NameAdministrator(ctx, lan, boss) }},
		{"dismiss administrator 101", func(ctx context.Context) error { return s.DismissAdministrator(ctx, lan, boss) }},
		{"list unreachable chats", func(ctx context.Context) error { _, err := s.Unreachable(ctx); return err }},
		{"forget person 5", func(ctx context.Context) error { return s.ForgetPerson(ctx, 5) }},
		{"read preferences of chat 5", func(ctx context.Context) error { _, err := s.Preferences(ctx, 5); return err }},
		{"keep preferences of chat 5", func(ctx context.Context) error {
			return s.SetPreferences(ctx, record.DefaultPreferences(5), lan)
		}},

		{"list subscriptions of chat 5", func(ctx context.Context) error { _, err := s.SubscriptionsOf(ctx, 5); return err }},
		{"list subscribers of so-y-te", func(ctx context.Context) error { _, err := s.SubscribersOf(ctx, "so-y-te"); return err }},
		{"list subscribers", func(ctx context.Context) error { _, err := s.Subscribers(ctx); return err }},
		{"list waiting subscriptions", func(ctx context.Context) error { _, err := s.WaitingSubscriptions(ctx); return err }},
		{"keep subscription of chat 5", func(ctx context.Context) error { _, err := s.PutSubscription(ctx, sub, lan); return err }},
		{"settle subscription of chat 5", func(ctx context.Context) error { _, err := s.SettleSubscription(ctx, sub, lan); return err }},
		{"unsubscribe chat 5", func(ctx context.Context) error { return s.Unsubscribe(ctx, 5, "", lan) }},

		{"read occurrence 5", func(ctx context.Context) error { _, _, err := s.Occurrence(ctx, 5); return err }},
		{"keep occurrence " + o.Key(), func(ctx context.Context) error { _, err := s.KeepOccurrence(ctx, o); return err }},
		{"list occurrences of PL.1.14 for so-y-te", func(ctx context.Context) error { _, err := s.OccurrencesOf(ctx, "PL.1.14", "so-y-te"); return err }},
		{"close 1 occurrences", func(ctx context.Context) error {
			_, _, err := s.CloseOccurrences(ctx, []record.Occurrence{o}, lan)
			return err
		}},
		{"annotate occurrence 5", func(ctx context.Context) error { _, err := s.AnnotateOccurrence(ctx, 5, lan, ""); return err }},
		{"reopen occurrence 5", func(ctx context.Context) error { _, _, err := s.ReopenOccurrence(ctx, 5, lan); return err }},
		{"list closed occurrences", func(ctx context.Context) error { _, err := s.ClosedOccurrences(ctx, on); return err }},
		{"snooze occurrence " + o.Key() + " for chat 5", func(ctx context.Context) error { return s.SnoozeOccurrence(ctx, 5, o, on) }},
		{"keep absence of person 101", func(ctx context.Context) error {
			return s.SetAbsence(ctx, record.Absence{Person: lan, From: on, To: on})
		}},
		{"read absence of person 5", func(ctx context.Context) error { _, err := s.AbsenceOf(ctx, 5); return err }},
		{"list whom person 5 stands in for", func(ctx context.Context) error { _, err := s.StandIns(ctx, 5, on); return err }},
		{"list the focal persons of 2024-03-18", func(ctx context.Context) error { _, err := s.FocalPersons(ctx, on); return err }},
		{"keep report of person 101", func(ctx context.Context) error {
			_, err := s.AddReport(ctx, record.Report{Occurrence: o, Person: lan})
			return err
		}},
		{"list open reports", func(ctx context.Context) error { _, err := s.OpenReports(ctx); return err }},
		{"settle report 5", func(ctx context.Context) error { _, _, err := s.SettleReport(ctx, 5, true, boss); return err }},
		{"keep question of person 102", func(ctx context.Context) error {
			_, err := s.AskExplanation(ctx, record.Explanation{Occurrence: o, Asked: minh})
			return err
		}},
		{"answer question 5", func(ctx context.Context) error { _, _, err := s.AnswerExplanation(ctx, 5, lan, ""); return err }},
		{"list answers from 2024-03-18", func(ctx context.Context) error { _, err := s.Explained(ctx, on); return err }},
		{"list questions about occurrence 5", func(ctx context.Context) error { _, err := s.Explanations(ctx, 5); return err }},

		{"list recipients of 2024-03-18", func(ctx context.Context) error { _, err := s.Recipients(ctx, on, 510, 0, 9); return err }},
		{"queue digests of 2024-03-18", func(ctx context.Context) error {
			return s.QueueDigests(ctx, on, []record.Digest{digest(5, on, "5wd", o)}, []int64{5})
		}},
		{"read digest of chat 5 on 2024-03-18", func(ctx context.Context) error { _, _, err := s.Digest(ctx, 5, on); return err }},
		{"mark digest of chat 5 on 2024-03-18 sent", func(ctx context.Context) error { return s.MarkSent(ctx, 5, on, 1) }},
		{"mark digest of chat 5 on 2024-03-18 failed", func(ctx context.Context) error { return s.MarkFailed(ctx, 5, on, "blocked") }},
		{"mark digest of chat 5 on 2024-03-18 dropped", func(ctx context.Context) error { return s.MarkDropped(ctx, 5, on) }},
		{"count digests", func(ctx context.Context) error { _, err := s.Campaigns(ctx, on, on); return err }},
		{"list failures of 2024-03-18", func(ctx context.Context) error { _, err := s.Failures(ctx, on); return err }},

		{"read rules", func(ctx context.Context) error { _, err := s.Rules(ctx); return err }},
		{"set ladder of day", func(ctx context.Context) error { return s.SetLadder(ctx, plan.DeadlineDay, nil, boss) }},
		{"set days from 2024-03-18", func(ctx context.Context) error {
			return s.SetCalendarDays(ctx, plan.CalendarEntry{From: on}, boss)
		}},
		{"remove days from 2024-03-18", func(ctx context.Context) error { return s.RemoveCalendarDays(ctx, on, boss) }},
		{"set internal due date of PL.1.14", func(ctx context.Context) error {
			return s.SetInternalDue(ctx, record.InternalDue{Unit: "PL.1.14", Day: 20}, boss)
		}},
		{"read the end of the audit log", func(ctx context.Context) error { _, err := s.RecentAudit(ctx, 0, 9); return err }},
		{"read the audit log", func(ctx context.Context) error { _, err := s.Audit(ctx, 0, 9); return err }},
		{"list plans", func(ctx context.Context) error { _, err := s.Plans(ctx); return err }},
		{"read the original of plan 5", func(ctx context.Context) error { _, err := s.PlanOriginal(ctx, 5); return err }},
		{"keep plan 7/KH", func(ctx context.Context) error {
			_, _, err := s.AddPlan(ctx, record.Plan{Number: "7/KH"}, []byte("x"))
			return err
		}},
		{"know plan 7/KH", func(ctx context.Context) error { _, err := s.KnowPlan(ctx, record.Plan{Number: "7/KH"}); return err }},
		{"settle plan 5", func(ctx context.Context) error { _, err := s.SettlePlan(ctx, record.Plan{ID: 5}, boss); return err }},
		{"approve plan 5", func(ctx context.Context) error { _, _, err := s.ApprovePlan(ctx, 5, on, on, boss); return err }},
		{"turn plans of 2024-03-18", func(ctx context.Context) error { _, err := s.ActivatePlans(ctx, on); return err }},
		{"withdraw plan 5", func(ctx context.Context) error { _, _, err := s.WithdrawPlan(ctx, 5, boss); return err }},
		{"announce", func(ctx context.Context) error { return s.Announce(ctx, "Nghỉ lễ", boss, letter) }},
		{"kick the queue", s.InsertTick},
	}
}
