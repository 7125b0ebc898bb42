package simulator_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/simulator"

	"github.com/chromedp/chromedp"
	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// ruled is a world in which the bot is an administrator of the group.
func ruled() simulator.Options {
	groups := simulator.DefaultGroups()
	groups[0].BotIsAdministrator = true
	return simulator.Options{Personas: simulator.DefaultPersonas(), Groups: groups}
}

func TestMembersAndAdministrators(t *testing.T) {
	t.Parallel()
	_, member := start(t, simulator.Options{})
	_, ruler := start(t, ruled())
	ctx := patience(t)
	statuses := map[string]models.ChatMemberType{}
	for name, id := range map[string]int64{"owner": simulator.Administrator, "member": simulator.Leader, "bot": 7000000001} {
		got, err := ruler.GetChatMember(ctx, &tg.GetChatMemberParams{ChatID: simulator.TeamGroup, UserID: id})
		if err != nil {
			t.Fatal(err)
		}
		statuses[name] = got.Type
	}
	if statuses["owner"] != models.ChatMemberTypeOwner || statuses["member"] != models.ChatMemberTypeMember || statuses["bot"] != models.ChatMemberTypeAdministrator {
		t.Errorf("statuses %v", statuses)
	}
	for name, client := range map[string]*tg.Bot{"member": member, "ruler": ruler} {
		got, err := client.GetChatAdministrators(ctx, &tg.GetChatAdministratorsParams{ChatID: simulator.TeamGroup})
		if err != nil || len(got) != 1 || got[0].Owner.User.Username != "quantri" {
			t.Errorf("%s: administrators %+v, %v", name, got, err)
		}
	}
	_, err := member.GetChatAdministrators(ctx, &tg.GetChatAdministratorsParams{ChatID: simulator.Leader})
	if err == nil || !strings.Contains(err.Error(), "there are no administrators in the private chat") {
		t.Errorf("administrators of a private chat: %v", err)
	}
}

func TestPins(t *testing.T) {
	t.Parallel()
	server := newServer(t, ruled())
	pinned := func(chat int64) string {
		var got struct {
			Pinned struct {
				Text string `json:"text"`
			} `json:"pinned_message"`
		}
		if err := json.Unmarshal(call(t, server, "getChat", "chat_id", fmt.Sprint(chat)).Result, &got); err != nil {
			t.Fatal(err)
		}
		return got.Pinned.Text
	}
	send := func(text string) string {
		call(t, server, "sendMessage", "chat_id", "1001", "text", text)
		all := server.Messages(simulator.Official)
		return fmt.Sprint(all[len(all)-1].ID)
	}
	first, second := send("một"), send("hai")
	steps := []struct {
		method, message, want, pinned string
	}{
		{"pinChatMessage", first, "", "một"},
		{"pinChatMessage", second, "", "hai"},
		{"pinChatMessage", "999", "Bad Request: message to pin not found", "hai"},
		{"unpinChatMessage", "", "", "một"},
		{"unpinChatMessage", second, "Bad Request: message to unpin not found", "một"},
		{"pinChatMessage", second, "", "hai"},
		{"deleteMessage", second, "", "một"},
		{"unpinAllChatMessages", "", "", ""},
		{"unpinChatMessage", "", "Bad Request: message to unpin not found", ""},
	}
	for i, step := range steps {
		fields := []string{"chat_id", "1001"}
		if step.message != "" {
			fields = append(fields, "message_id", step.message)
		}
		if a := call(t, server, step.method, fields...); a.Description != step.want || pinned(simulator.Official) != step.pinned {
			t.Errorf("step %d, %s: %q with %q pinned, want %q with %q", i, step.method, a.Description, pinned(simulator.Official), step.want, step.pinned)
		}
	}
	plain := newServer(t, simulator.Options{})
	call(t, plain, "sendMessage", "chat_id", "-2001", "text", "a")
	want := "Bad Request: not enough rights to manage pinned messages in the chat"
	if a := call(t, plain, "pinChatMessage", "chat_id", "-2001", "message_id", "1"); a.Description != want {
		t.Errorf("a member pins: %q", a.Description)
	}
}

func TestDeleting(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		ruled bool
		after time.Duration
		left  string
	}{
		"its own, for two days": {false, 48 * time.Hour, "người"},
		"nothing after that":    {false, 49 * time.Hour, "người bot"},
		"all as administrator":  {true, 49 * time.Hour, ""},
	} {
		now := time.Unix(1_700_000_000, 0)
		options := ruled()
		options.Groups[0].BotIsAdministrator = tt.ruled
		options.Now = func() time.Time { return now }
		server := newServer(t, options)
		if _, err := server.SayIn(simulator.TeamGroup, simulator.Leader, "người", 0); err != nil {
			t.Fatal(err)
		}
		call(t, server, "sendMessage", "chat_id", "-2001", "text", "bot")
		now = now.Add(tt.after)
		if a := call(t, server, "deleteMessages", "chat_id", "-2001", "message_ids", "[1,2,999]"); !a.OK {
			t.Fatal(a.Description)
		}
		var left []string
		for _, m := range server.Messages(simulator.TeamGroup) {
			left = append(left, m.Text)
		}
		if got := strings.Join(left, " "); got != tt.left {
			t.Errorf("%s: left %q, want %q", name, got, tt.left)
		}
	}
}

// The narrowest scope wins, and in a group administrators may have another menu
// than the rest.
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
	menu := func(in, persona int64) string {
		commands := server.MenuOf(in, persona)
		if len(commands) == 0 {
			return ""
		}
		return commands[0].Command
	}
	set("a", `{"type":"default"}`)
	set("b", `{"type":"all_private_chats"}`)
	set("c", `{"type":"all_group_chats"}`)
	set("d", `{"type":"all_chat_administrators"}`)
	set("e", `{"type":"chat","chat_id":1004}`)
	set("f", `{"type":"chat_member","chat_id":-2001,"user_id":1003}`)
	tests := []struct {
		in, persona int64
		want        string
	}{
		{simulator.Official, simulator.Official, "b"},
		{simulator.Administrator, simulator.Administrator, "e"},
		{simulator.TeamGroup, simulator.Official, "c"},
		{simulator.TeamGroup, simulator.Administrator, "d"},
		{simulator.TeamGroup, simulator.Leader, "f"},
	}
	for _, tt := range tests {
		if got := menu(tt.in, tt.persona); got != tt.want {
			t.Errorf("menu of %d in %d: %q, want %q", tt.persona, tt.in, got, tt.want)
		}
	}
	set("g", `{"type":"chat_administrators","chat_id":-2001}`)
	if got := menu(simulator.TeamGroup, simulator.Administrator); got != "g" {
		t.Errorf("menu of the group's administrators: %q", got)
	}
}

func TestPinnedMessageOnThePage(t *testing.T) {
	server, client := start(t, simulator.Options{})
	ctx := patience(t)
	sent, err := client.SendMessage(ctx, &tg.SendMessageParams{ChatID: simulator.Official, Text: "Đơn vị: Sở Tư pháp"})
	if err != nil {
		t.Fatal(err)
	}
	browser := browse(t, 390, 844)
	if err := chromedp.Do(browser, chromedp.Navigate(server.URL()), visible(".message")); err != nil {
		t.Fatal(err)
	}
	if _, err := client.PinChatMessage(ctx, &tg.PinChatMessageParams{ChatID: simulator.Official, MessageID: sent.ID}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(browser, visible("#pinned")); err != nil {
		t.Fatal(err)
	}
	if words, err := chromedp.Run(browser, chromedp.Text(chromedp.CSS("#pinned"))); err != nil || words != "Tin ghim Đơn vị: Sở Tư pháp" {
		t.Errorf("pinned: %q, %v", words, err)
	}
	if _, err := client.UnpinChatMessage(ctx, &tg.UnpinChatMessageParams{ChatID: simulator.Official}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(browser, chromedp.WaitNotVisible(chromedp.CSS("#pinned"))); err != nil {
		t.Fatal(err)
	}
}
