package simulator

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Server is the made-up Telegram. All its methods may be called at any time from
// any goroutine.
type Server struct {
	*world
	api  *api
	page http.Handler

	http    *http.Server // guarded by the lock of the world, as all below
	url     string
	stopped chan struct{}
}

// world is what the people, the bot and their chats are at, and its rules.
type world struct {
	options Options
	people  map[int64]Persona
	ctx     context.Context // ends with Close, and with it all that waits
	cancel  context.CancelFunc

	mu      sync.Mutex // guards all below
	changed chan struct{}

	chats     map[int64]*chat
	chatOrder []int64
	queue     queue
	callbacks map[string]callback
	answers   []Answer
	inline    inlineMode
	commands  map[string][]Command // by scope
	files     []*File
	fileBytes int
	faults    []plannedFault
	limits    limits
	requests  []Request
	listeners map[*listener]struct{}

	lastMessage, lastCallback, lastFile int64
	lastRequest                         int
}

// api is what the bot asks for.
type api struct{ *world }

// page is what people see and do in a browser.
type page struct{ *Server }

// New makes a world out of the Options. The Server answers through ServeHTTP at
// once; Start gives it an address of its own. Close it in the end.
func New(options Options) *Server {
	options = options.withDefaults()
	w := &world{
		options:   options,
		people:    map[int64]Persona{},
		changed:   make(chan struct{}),
		chats:     map[int64]*chat{},
		queue:     newQueue(options.FirstUpdate),
		callbacks: map[string]callback{},
		commands:  map[string][]Command{},
		listeners: map[*listener]struct{}{},
	}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	s := &Server{world: w, api: &api{w}}
	s.page = (&page{s}).pageHandler()
	for _, p := range options.Personas {
		s.people[p.ID] = p
		s.addChat(&chat{id: p.ID, kind: private, members: []int64{p.ID}})
	}
	for _, g := range options.Groups {
		s.addChat(&chat{id: g.ID, kind: group, title: g.Title, members: g.Members})
	}
	return s
}

func (s *world) addChat(c *chat) {
	s.chats[c.id] = c
	s.chatOrder = append(s.chatOrder, c.id)
}

// Token is what the bot signs its requests with. It is made up and no secret.
func (s *Server) Token() string { return token }

// Start serves on an address such as "127.0.0.1:0" and returns the server's URL:
// the base of the Bot API, and the address of the chat page.
func (s *Server) Start(address string) (string, error) {
	listener, err := new(net.ListenConfig).Listen(s.ctx, "tcp", address)
	if err != nil {
		return "", fmt.Errorf("start the simulator: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.http != nil {
		_ = listener.Close()
		return "", errors.New("start the simulator: it runs already")
	}
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	s.url = urlOf(listener.Addr())
	s.stopped = make(chan struct{})
	go func(h *http.Server) {
		defer close(s.stopped)
		_ = h.Serve(listener) // ends with Close, and says nothing else
	}(s.http)
	return s.url, nil
}

// urlOf turns a listener's address into one that a browser opens.
func urlOf(address net.Addr) string {
	tcp, ok := address.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return "http://" + address.String()
	}
	return fmt.Sprintf("http://127.0.0.1:%d", tcp.Port)
}

// URL is what Start returned; "" before.
func (s *Server) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.url
}

// Close ends all polls and connections and returns when they are gone.
func (s *Server) Close() error {
	s.cancel()
	s.mu.Lock()
	running, stopped := s.http, s.stopped
	s.mu.Unlock()
	if running == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	err := running.Shutdown(ctx)
	if err != nil {
		err = running.Close()
	}
	<-stopped
	if err != nil {
		return fmt.Errorf("close the simulator: %w", err)
	}
	return nil
}

// ServeHTTP serves the Bot API and the chat page.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if why := s.stranger(r); why != "" {
		http.Error(w, why, http.StatusForbidden)
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.ctx, cancel)()
	r = r.WithContext(ctx)
	if strings.HasPrefix(r.URL.Path, "/bot") {
		s.api.serveAPI(w, r)
		return
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, "/file/bot"); ok {
		s.api.serveFile(w, r, rest)
		return
	}
	s.page.ServeHTTP(w, r)
}

// signal wakes all who wait for a change. The caller holds the lock.
func (s *world) signal() {
	close(s.changed)
	s.changed = make(chan struct{})
}
