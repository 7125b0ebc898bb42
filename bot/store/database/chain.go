package database

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// entry is a row of the audit log as it is chained.
type entry struct {
	id, at, person             int64
	what, about, before, after string

	salt, who, words, hash string
}

func entryFields(e *entry) []any {
	return []any{&e.id, &e.at, &e.person, &e.what, &e.about, &e.before, &e.after, &e.salt, &e.who, &e.words, &e.hash}
}

func (e entry) sealedWho() string { return digestOf(e.salt, strconv.FormatInt(e.person, 10)) }

func (e entry) sealedWords() string {
	return digestOf(strconv.FormatInt(e.at, 10), e.what, e.about, e.before, e.after)
}

func (e entry) chained(before string) string { return digestOf(before, e.who, e.words) }

// digestOf is the SHA-256 of parts, whatever they hold.
func digestOf(parts ...string) string {
	text, err := json.Marshal(parts)
	if err != nil {
		return err.Error() // strings are always written
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

const lastHash = `SELECT hash FROM audit ORDER BY id DESC LIMIT 1`

// chain adds the entries of a transaction to the audit log, as the last that it
// does: transactions wait for each other from here to their end.
func (t *Tx) chain(ctx context.Context, entries []entry) error {
	if len(entries) == 0 {
		return nil
	}
	if !t.SQLite() {
		if err := t.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtext('cchcbot audit'), hashtext(current_schema()))`); err != nil {
			return fmt.Errorf("lock the audit log: %w", err)
		}
	}
	before, _, err := One(ctx, t.Statements, Into(Single[string]), lastHash)
	if err != nil {
		return fmt.Errorf("read the end of the audit log: %w", err)
	}
	for _, e := range entries {
		e.salt = rand.Text()
		e.who, e.words = e.sealedWho(), e.sealedWords()
		e.hash = e.chained(before)
		before = e.hash
		err := t.Exec(ctx, `INSERT INTO audit (changed_at, person, what, about, before, after, salt, who, words, hash)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, e.at, e.person, e.what, e.about, e.before, e.after, e.salt, e.who, e.words, e.hash)
		if err != nil {
			return fmt.Errorf("add to the audit log: %w", err)
		}
	}
	return nil
}

// aboutPeople are the entries whose words are about a person.
const aboutPeople = `('absence', 'administrator', 'occurrence', 'person', 'preferences', 'subscription')`

// Unchain makes the audit log forget a person: who changed something, and what was
// changed where that is about the person or holds one of the names. That something was
// changed, and by whom else, stays, and the chain holds.
func (t *Tx) Unchain(ctx context.Context, person int64, names ...string) error {
	for _, name := range names {
		if err := t.Exec(ctx, `UPDATE audit SET about = '', before = '', after = ''
			WHERE what IN `+aboutPeople+` AND replace(about || before || after, ?, '') <> about || before || after`, name); err != nil {
			return err
		}
	}
	about := strconv.FormatInt(person, 10)
	if err := t.Exec(ctx, `UPDATE audit SET about = '', before = '', after = ''
		WHERE what IN `+aboutPeople+` AND (about = ? OR about LIKE ?)`, about, about+" %"); err != nil {
		return err
	}
	return t.Exec(ctx, `UPDATE audit SET person = 0, salt = '' WHERE person = ?`, person)
}

// Verified is what a look at the whole audit log found.
type Verified struct {
	Entries   int    // in all
	Unchained int    // from before there was a chain
	Forgotten int    // by or about people who were forgotten
	Last      string // hash of the newest; "" for none
}

// BrokenChain is the first entry of the audit log that is not what was written.
type BrokenChain struct {
	ID  int64
	Why string
}

func (b *BrokenChain) Error() string { return fmt.Sprintf("entry %d: %s", b.ID, b.Why) }

// auditPortion is how many entries are verified at once.
const auditPortion = 1000

// VerifyAudit looks at every entry of the audit log. The error is a *BrokenChain
// where one was changed, removed or put in between. That the newest were removed is
// seen by comparing Entries and Last with those noted before.
func (a Administration) VerifyAudit(ctx context.Context) (v Verified, err error) {
	defer Wrap(&err, "verify the audit log")
	for after := int64(0); ; {
		portion, err := All(ctx, a.db.Statements, Into(entryFields), `SELECT id, changed_at, person, what, about, before, after, salt, who, words, hash
			FROM audit WHERE id > ? ORDER BY id LIMIT ?`, after, auditPortion)
		if err != nil {
			return v, err
		}
		for _, e := range portion {
			if err := v.add(e); err != nil {
				return v, err
			}
			after = e.id
		}
		if len(portion) < auditPortion {
			return v, nil
		}
	}
}

// add verifies the entry behind those that were verified.
func (v *Verified) add(e entry) error {
	v.Entries++
	if e.hash == "" && v.Last == "" {
		v.Unchained++
		return nil
	}
	if err := e.verify(v.Last); err != nil {
		return &BrokenChain{ID: e.id, Why: err.Error()}
	}
	if e.salt == "" || e.words != e.sealedWords() {
		v.Forgotten++
	}
	v.Last = e.hash
	return nil
}

func (e entry) verify(before string) error {
	forgotten := e.salt == "" && e.person == 0
	blank := strings.Contains(aboutPeople, "'"+e.what+"'") && e.about+e.before+e.after == ""
	switch {
	case e.hash != e.chained(before):
		return errors.New("it does not follow the one before")
	case !forgotten && e.who != e.sealedWho():
		return errors.New("who changed something was changed")
	case e.words != e.sealedWords() && !blank:
		return errors.New("what it says was changed")
	}
	return nil
}
