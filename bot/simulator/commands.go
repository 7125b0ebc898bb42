package simulator

import (
	"encoding/json"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// Command is an entry of the bot's command menu.
type Command struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

const maxCommands = 100

var commandName = regexp.MustCompile(`^[a-z0-9_]{1,32}$`)

// readScope reads for which chats a menu is.
func (s *api) readScope(c *call) (string, error) {
	scope := struct {
		Type   string      `json:"type"`
		ChatID json.Number `json:"chat_id"`
	}{Type: "default"}
	if err := c.object("scope", &scope); err != nil {
		return "", badRequest("can't parse BotCommandScope JSON object")
	}
	switch scope.Type {
	case "default", "all_private_chats", "all_group_chats":
		return scope.Type, nil
	case "chat":
		in, err := s.chatByID(scope.ChatID.String())
		if err != nil {
			return "", err
		}
		return in.scope(), nil
	}
	return "", badRequest("can't parse BotCommandScope: Unsupported type specified")
}

func setMyCommands(s *api, c *call) (any, error) {
	var commands []Command
	if err := c.object("commands", &commands); err != nil {
		return nil, badRequest("can't parse commands JSON object")
	}
	if len(commands) > maxCommands {
		return nil, badRequest("BOT_COMMANDS_TOO_MUCH")
	}
	for i, command := range commands {
		if len(command.Command) > 0 && command.Command[0] == '/' {
			commands[i].Command = command.Command[1:]
		}
		if !commandName.MatchString(commands[i].Command) {
			return nil, errCommandInvalid
		}
		if n := utf8.RuneCountInString(command.Description); n < 1 || n > 256 {
			return nil, badRequest("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	scope, err := s.readScope(c)
	if err != nil {
		return nil, err
	}
	s.commands[scope] = commands
	s.publish(event{Type: "commands"})
	return true, nil
}

// menuOf is the command menu that a chat offers: that of the narrowest scope
// that has one.
func (s *world) menuOf(c *chat) []Command {
	kind := "all_group_chats"
	if c.kind == private {
		kind = "all_private_chats"
	}
	for _, scope := range []string{c.scope(), kind, "default"} {
		if commands := s.commands[scope]; len(commands) > 0 {
			return commands
		}
	}
	return []Command{}
}

// scope is the scope of a menu for this chat alone.
func (c *chat) scope() string { return "chat " + strconv.FormatInt(c.id, 10) }
