package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"

	"cchcbot/bot/store/database"
)

func TestUnwritableDirectory(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	must(t, os.WriteFile(file, nil, 0o600))
	inFile := filepath.Join(file, "data")
	_, err := Open(t.Context(), "sqlite:"+filepath.Join(inFile, "bot.db"))
	wantError(t, err, "data directory "+inFile+" cannot be created")

	_, err = Open(t.Context(), "sqlite:"+folder)
	wantError(t, err, "open database "+folder)

	if os.Getuid() == 0 {
		t.Skip("root may write to a directory of mode 0500")
	}
	closed := filepath.Join(folder, "closed")
	must(t, os.Mkdir(closed, 0o500))
	_, err = Open(t.Context(), "sqlite:"+filepath.Join(closed, "bot.db"))
	wantError(t, err, "data directory "+closed+" cannot be written", "permission denied")
}

func TestFileThatIsNoDatabase(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "plan.txt")
	must(t, os.WriteFile(path, []byte("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024, không phải cơ sở dữ liệu"), 0o600))
	_, err := Open(t.Context(), "sqlite:"+path)
	wantError(t, err, "open database "+path, "file is not a database")
}

func TestMissingDirectoryIsCreatedForTheOwner(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "dữ liệu #1 50%")
	path := filepath.Join(folder, "bot.db")
	s := open(t, "sqlite:"+path)
	must(t, s.SetAgency(t.Context(), 1, "so-y-te"))
	for name, want := range map[string]fs.FileMode{folder: 0o700, path: 0o600, path + "-wal": 0o600} {
		info, err := os.Stat(name)
		must(t, err)
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
}

func TestMemoryDatabasesAreApart(t *testing.T) {
	t.Parallel()
	one, two := open(t, "sqlite::memory:"), open(t, "sqlite::memory:")
	must(t, one.SetAgency(t.Context(), 1, "so-y-te"))
	wantAgency(t, one, 1, "so-y-te")
	wantAgency(t, two, 1, "")
}

func TestPragmas(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite:"+filepath.Join(t.TempDir(), "bot.db"))
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "foreign_keys": "1", "busy_timeout": "10000", "synchronous": "1",
	} {
		var got string
		must(t, s.db.QueryRow(t.Context(), "PRAGMA "+pragma).Scan(&got))
		if got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

func TestBackup(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		made := time.Date(2024, 3, 18, 2, 7, 41, 0, time.UTC)
		s := open(t, address, WithNow(func() time.Time { return made }))
		must(t, s.SetAgency(t.Context(), 3, "cuc-thue"))
		path := filepath.Join(t.TempDir(), "backup.db")
		err := s.Backup(t.Context(), path)
		if !s.db.SQLite() {
			if !errors.Is(err, database.ErrNoBackup) {
				t.Errorf("Backup: %v, want ErrNoBackup", err)
			}
			return
		}
		must(t, err)
		f, err := s.Figures(t.Context(), plan.DateOf(morning))
		if must(t, err); !f.BackedUp.Equal(made.Truncate(time.Minute)) {
			t.Errorf("the backup is noted at %s, want %s", f.BackedUp, made)
		}
		must(t, s.SetAgency(t.Context(), 3, "so-y-te"))
		wantAgency(t, open(t, "sqlite:"+path), 3, "cuc-thue")

		if err := s.Backup(t.Context(), path); !errors.Is(err, fs.ErrExist) {
			t.Errorf("Backup over a file: %v, want fs.ErrExist", err)
		}
	})
}

func TestFailedBackupLeavesNoFile(t *testing.T) {
	t.Parallel()
	s, err := Open(t.Context(), "sqlite::memory:")
	must(t, err)
	must(t, s.Close())
	path := filepath.Join(t.TempDir(), "backup.db")
	wantError(t, s.Backup(t.Context(), path), "write backup "+path)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a backup is left: %v", err)
	}
}
