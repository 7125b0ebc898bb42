package postgrestest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
)

var errNoPostgres = errors.New("no PostgreSQL to test with")

var server testServer

// testServer is a PostgreSQL server of the test binary, started when the first
// test asks for it.
type testServer struct {
	once    sync.Once
	err     error
	address string
	command *exec.Cmd
	stdin   io.Closer
	folder  string
}

// serverScript makes a server that listens on a socket in the folder $1 and
// lives as long as its standard input, so that it ends with the tests even
// where they are killed, be it while the server starts. Nothing that it writes
// needs to reach the disk.
const serverScript = `
set -e
PATH=$2:$PATH
exec 2>>"$1/log"
trap "" PIPE
trap 'pg_ctl -D "$1/data" -m immediate stop >&2' EXIT
initdb -D "$1/data" -U tester -A trust -E UTF8 --no-locale --no-sync >&2
pg_ctl -D "$1/data" -l "$1/log" -w -t 60 -o "-k $1 -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=200" start >&2
echo ready
cat >/dev/null
`

func (s *testServer) start() {
	binaries, err := findBinaries()
	if err != nil {
		s.err = err
		return
	}
	shell, owner, err := shellAs()
	if err != nil {
		s.err = err
		return
	}
	if s.err = s.makeFolder(owner); s.err != nil {
		return
	}
	// Not a test's context: the server serves all of them.
	s.command = exec.CommandContext(context.Background(), shell[0], append(shell[1:], "-c", serverScript, "sh", s.folder, binaries)...)
	s.command.Dir = s.folder
	if s.err = s.run(); s.err != nil {
		log, _ := os.ReadFile(filepath.Join(s.folder, "log"))
		s.err = fmt.Errorf("start PostgreSQL: %w\n%s", s.err, log)
		return
	}
	query := url.Values{"host": {s.folder}, "user": {"tester"}}
	s.address = "postgres:///postgres?" + query.Encode()
}

// run starts the script and waits until it says that the server is ready.
func (s *testServer) run() error {
	stdin, err := s.command.StdinPipe()
	if err != nil {
		return err
	}
	stdout, err := s.command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.command.Start(); err != nil {
		return err
	}
	s.stdin = stdin
	_, err = bufio.NewReader(stdout).ReadString('\n')
	return err
}

// stop ends the server, if one was started, and removes its folder.
func (s *testServer) stop() {
	if s.stdin != nil {
		_ = s.stdin.Close()
		_ = s.command.Wait()
	}
	if s.folder != "" {
		_ = os.RemoveAll(s.folder)
	}
}

// memory is where Linux keeps files in memory: tables are made there in half the
// time, however busy the disk is. A container may have little of it.
const (
	memory       = "/dev/shm"
	memoryNeeded = 1 << 30
)

// roomy returns a folder that has as many bytes left, or "".
func roomy(folder string, bytes uint64) string {
	var there syscall.Statfs_t
	if err := syscall.Statfs(folder, &there); err != nil || there.Bavail*uint64(there.Bsize) < bytes { //nolint:gosec // no size is negative
		return ""
	}
	return folder
}

// makeFolder makes a folder for the server; its path is short, as that of a
// socket must be.
func (s *testServer) makeFolder(owner *user.User) error {
	folder, err := os.MkdirTemp(roomy(memory, memoryNeeded), "cchcbot-pg-")
	if err != nil {
		return err
	}
	s.folder = folder
	if owner == nil {
		return nil
	}
	uid, err := strconv.Atoi(owner.Uid)
	if err != nil {
		return err
	}
	gid, err := strconv.Atoi(owner.Gid)
	if err != nil {
		return err
	}
	return os.Chown(folder, uid, gid)
}

// findBinaries returns the folder of PostgreSQL's server programs, the one on
// PATH before those of the system.
func findBinaries() (string, error) {
	folders, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		folders = append(folders, filepath.Dir(path))
	}
	for i := len(folders) - 1; i >= 0; i-- {
		if _, err := exec.LookPath(filepath.Join(folders[i], "pg_ctl")); err == nil {
			return folders[i], nil
		}
	}
	return "", fmt.Errorf("%w: neither initdb nor pg_ctl is on this machine", errNoPostgres)
}

// shellAs returns the command of a shell that PostgreSQL agrees to run under,
// which root's is not, and the user whose shell it is if it is another one.
func shellAs() ([]string, *user.User, error) {
	if os.Getuid() != 0 {
		return []string{"sh"}, nil, nil
	}
	if _, err := exec.LookPath("runuser"); err != nil {
		return nil, nil, fmt.Errorf("%w: it does not run as root, and runuser is missing", errNoPostgres)
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			return []string{"runuser", "-u", name, "--", "sh"}, u, nil
		}
	}
	return nil, nil, fmt.Errorf("%w: it does not run as root, and there is no user postgres or nobody", errNoPostgres)
}
