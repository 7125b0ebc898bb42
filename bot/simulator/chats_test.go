package simulator_test

import (
	"testing"

	"cchcbot/bot/simulator"
)

// The narrowest scope wins.
func TestMenuScopes(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	set := func(command, scope string) {
		t.Helper()
		a := call(t, server, "setMyCommands", "commands", `[{"command":"`+command+`","description":"x"}]`, "scope", scope)
		if !a.OK {
			t.Fatal(a.Description)
		}
	}
	shows := func(chat int64, want string) {
		t.Helper()
		if menu := server.Menu(chat); len(menu) != 1 || menu[0].Command != want {
			t.Errorf("menu of %d: %v, want %q", chat, menu, want)
		}
	}
	set("a", `{"type":"default"}`)
	shows(simulator.Official, "a")
	shows(simulator.TeamGroup, "a")
	set("b", `{"type":"all_private_chats"}`)
	set("c", `{"type":"all_group_chats"}`)
	set("d", `{"type":"chat","chat_id":1004}`)
	shows(simulator.Official, "b")
	shows(simulator.TeamGroup, "c")
	shows(simulator.Administrator, "d")
}
