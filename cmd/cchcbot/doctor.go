package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cchcbot/bot/store"
	"cchcbot/bot/store/database"
	"cchcbot/bot/telegram"
	"cchcbot/seeds/plan"
)

// Bounds of what a doctor finds well.
const (
	mostAhead   = 30 * time.Second // of a clock that is off
	leastFree   = 200 << 20        // bytes of a disk
	mostPending = 10_000           // updates that wait at Telegram
	doctorTime  = 30 * time.Second
	oldBackup   = 48 * time.Hour

	backupCure = "run cchcbot backup FILE each day, and keep the files on another machine"
)

// finding is what a doctor says of one thing. A cure says what to do, "" where all
// is well.
type finding struct {
	about string
	says  string
	cure  string
	minor bool // the bot works all the same
}

// doctor examines what a bot would run with. It changes nothing but one row of the
// database, which says nothing.
type doctor struct {
	settings settings
	findings []finding
}

// examine prints what a doctor finds.
func examine(ctx context.Context, args []string, p process) error {
	s, err := readSettings("doctor", args, p)
	if err != nil {
		return usageOf(err)
	}
	ctx, cancel := context.WithTimeout(ctx, doctorTime)
	defer cancel()
	d := &doctor{settings: s}
	d.telegram(ctx)
	d.database(ctx)
	d.plans()
	if s.control == plainController {
		d.warn("controller", "people are not told by name who controls their data", "set CCHCBOT_CONTROLLER to the agency and how it is reached")
	}
	return d.print(p.stdout)
}

func (d *doctor) well(about, format string, args ...any) {
	d.findings = append(d.findings, finding{about: about, says: fmt.Sprintf(format, args...)})
}

func (d *doctor) ill(about, says, cure string) {
	d.findings = append(d.findings, finding{about: about, says: says, cure: cure})
}

func (d *doctor) warn(about, says, cure string) {
	d.findings = append(d.findings, finding{about: about, says: says, cure: cure, minor: true})
}

// print is errFound where something keeps the bot from working.
func (d *doctor) print(w io.Writer) error {
	var err error
	for _, f := range d.findings {
		switch {
		case f.cure == "":
			fmt.Fprintf(w, "ok    %s: %s\n", f.about, f.says)
			continue
		case f.minor:
			fmt.Fprintf(w, "warn  %s: %s\n", f.about, f.says)
		default:
			fmt.Fprintf(w, "FAIL  %s: %s\n", f.about, f.says)
			err = errFound
		}
		fmt.Fprintf(w, "      what to do: %s\n", f.cure)
	}
	return err
}

// telegram examines the token, the way to Telegram, and the clock by Telegram's.
func (d *doctor) telegram(ctx context.Context) {
	if d.settings.token == "" {
		d.ill("token", "none is set", "set "+tokenVariable+" or "+tokenVariable+fileSuffix+" to what BotFather gave")
		return
	}
	standing, err := telegram.Probe(ctx, telegram.Settings{Token: d.settings.token, Server: d.settings.server, Proxy: string(d.settings.proxy)})
	switch {
	case errors.Is(err, telegram.ErrToken):
		d.ill("token", "Telegram refuses it", "copy it again from BotFather; a revoked one never works again")
		return
	case err != nil:
		d.ill("telegram", err.Error(), "check the network, TELEGRAM_API_SERVER and CCHCBOT_PROXY; some networks in Vietnam need a proxy")
		return
	}
	d.well("token", "it is @%s", standing.Username)
	if standing.Webhook != "" {
		d.ill("webhook", standing.Webhook+" takes the updates", "end it with deleteWebhook: a bot that polls gets nothing while a webhook is set")
	} else {
		d.well("webhook", "none is set")
	}
	if standing.Pending > mostPending {
		d.warn("updates", fmt.Sprintf("%d wait at Telegram", standing.Pending), "see whether the bot runs, and whether the database answers")
	} else {
		d.well("updates", "%d wait at Telegram", standing.Pending)
	}
	if ahead := standing.Ahead; ahead.Abs() > mostAhead {
		d.ill("clock", fmt.Sprintf("it is off by %s", ahead.Round(time.Second)), "let the machine set its clock by NTP: reminders go by it")
	} else {
		d.well("clock", "it agrees with Telegram's, and it is %s in Vietnam", d.settings.clock.Now().Format("15:04 on 2006-01-02"))
	}
}

// database examines the database, its disk, and who administers.
func (d *doctor) database(ctx context.Context) {
	address := string(d.settings.database)
	path, file := strings.CutPrefix(address, "sqlite:")
	if file {
		if d.disk(path); !d.exists(path) {
			return
		}
	}
	memory, err := store.Open(ctx, address, store.WithNow(d.settings.clock.Now), store.AsItIs())
	if errors.Is(err, database.ErrOlder) {
		d.warn("database", "its schema is of an older version", "make a backup, then start serve, which brings it up to date")
		return
	}
	if err != nil {
		d.ill("database", err.Error(), "check CCHCBOT_DATABASE, the rights of the files, and whether the server runs")
		return
	}
	defer func() { _ = memory.Close() }() // nothing is lost with it
	if err := memory.CheckWrite(ctx); err != nil {
		d.ill("database", err.Error(), "free some space, and let the user of the bot write the file, its directory or the tables")
		return
	}
	figures, err := memory.Figures(ctx, plan.DateOf(d.settings.clock.Now()))
	if err != nil {
		d.ill("database", err.Error(), "restore a backup where it is damaged")
		return
	}
	d.well("database", "it takes writes; %.1f MB, %d jobs and %d updates wait, %d chats cannot be reached",
		float64(figures.Bytes)/1e6, figures.Jobs, figures.Inbox, figures.Unreachable)
	if now := d.settings.clock.Now(); file && figures.BackedUp.IsZero() {
		d.warn("backup", "none was made", backupCure)
	} else if age := now.Sub(figures.BackedUp); file && age > oldBackup {
		d.warn("backup", fmt.Sprintf("the last one is %d days old", age/(24*time.Hour)), backupCure)
	} else if file {
		d.well("backup", "the last one was made at %s", figures.BackedUp.In(now.Location()).Format("15:04 on 2006-01-02"))
	}
	d.administrators(ctx, memory)
}

// exists examines whether a SQLite file is there, and kept from others.
func (d *doctor) exists(path string) bool {
	about, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.warn("database", path+" is not there yet", "nothing for a new bot; else name the right file in CCHCBOT_DATABASE, since serve makes an empty one")
		d.administrators(context.Background(), nil)
		return false
	case err != nil:
		d.ill("database", err.Error(), "let the user of the bot read the directory")
		return false
	case about.Mode().Perm()&0o077 != 0:
		d.warn("database", fmt.Sprintf("others may read %s (%s)", path, about.Mode().Perm()), "chmod 600 "+path)
	}
	return true
}

// disk examines the room where a SQLite file is.
func (d *doctor) disk(path string) {
	free, err := freeBytes(filepath.Dir(path))
	switch {
	case err != nil:
		d.ill("disk", err.Error(), "make the directory of the database, and let the user of the bot write it")
	case free < leastFree:
		d.ill("disk", fmt.Sprintf("%d MB are free", free/1e6), "free some space: what people do is not recorded once it is full")
	default:
		d.well("disk", "%d MB are free", free/1e6)
	}
}

// administrators examines whether there is anybody to approve focal persons.
func (d *doctor) administrators(ctx context.Context, memory *store.Store) {
	n := len(d.settings.admins)
	if memory != nil {
		named, err := memory.Administrators(ctx)
		if err != nil {
			d.ill("administrators", err.Error(), "restore a backup where the database is damaged")
			return
		}
		n += len(named)
	}
	switch n {
	case 0:
		d.ill("administrators", "there are none", "set CCHCBOT_ADMINS to the numbers that the bot tells people who send it /quantri: nobody else approves focal persons")
	case 1:
		d.warn("administrators", "there is one", "name a second: what one asks for is approved by another")
	default:
		d.well("administrators", "there are %d", n)
	}
}

// plans examines what the bot would answer from.
func (d *doctor) plans() {
	today := plan.DateOf(d.settings.clock.Now())
	problems := new(strings.Builder)
	library, err := loadLibrary(d.settings.plans, today, slog.New(slog.NewTextHandler(problems, &slog.HandlerOptions{Level: slog.LevelError})))
	switch {
	case err != nil:
		d.ill("plans", err.Error(), "see cchcbot plan check FILE")
		return
	case problems.Len() > 0:
		d.ill("plans", strings.TrimSpace(problems.String()), "see cchcbot plan check FILE")
	case library.Plans[0].Year < today.Year:
		d.warn("plans", fmt.Sprintf("the newest is %s of %d", library.Plans[0].Number, library.Plans[0].Year), "load the plan of this year; until then answers say of which year they are")
	default:
		d.well("plans", "%d, the newest is %s", len(library.Plans), library.Plans[0].Number)
	}
	for _, unknown := range library.Calendar.Unknown(today, today.AddDays(90)) {
		d.warn("calendar", fmt.Sprintf("the days off from %s to %s are a guess", unknown.From, unknown.To), "correct them in the chat with quantri lich, once they are published")
	}
}
