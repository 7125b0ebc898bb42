package simulator

import (
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

// commandKey says for whom a menu is.
type commandKey struct{ scope, language string }

// readCommandKey reads scope and language of a request.
func (s *Server) readCommandKey(c *call) (commandKey, error) {
	scope := struct {
		Type   string `json:"type"`
		ChatID any    `json:"chat_id"`
		UserID int64  `json:"user_id"`
	}{Type: "default"}
	if err := c.object("scope", &scope); err != nil {
		return commandKey{}, badRequest("can't parse BotCommandScope JSON object")
	}
	key := commandKey{scope.Type, c.fields["language_code"]}
	switch scope.Type {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
		return key, nil
	case "chat", "chat_administrators", "chat_member":
		in, err := s.chatByID(idText(scope.ChatID))
		if err != nil {
			return key, err
		}
		key.scope += " " + strconv.FormatInt(in.id, 10)
		if scope.Type == "chat_member" {
			key.scope += " " + strconv.FormatInt(scope.UserID, 10)
		}
		return key, nil
	}
	return key, badRequest("can't parse BotCommandScope: Unsupported type specified")
}

// idText is a chat id that came as a number or as a text.
func idText(id any) string {
	switch id := id.(type) {
	case string:
		return id
	case float64:
		return strconv.FormatFloat(id, 'f', -1, 64)
	}
	return ""
}

func setMyCommands(s *Server, c *call) (any, error) {
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
	key, err := s.readCommandKey(c)
	if err != nil {
		return nil, err
	}
	s.commands[key] = commands
	s.publish(event{Type: "commands"})
	return true, nil
}

func getMyCommands(s *Server, c *call) (any, error) {
	key, err := s.readCommandKey(c)
	if err != nil {
		return nil, err
	}
	if commands := s.commands[key]; commands != nil {
		return commands, nil
	}
	return []Command{}, nil
}

func deleteMyCommands(s *Server, c *call) (any, error) {
	key, err := s.readCommandKey(c)
	if err != nil {
		return nil, err
	}
	delete(s.commands, key)
	s.publish(event{Type: "commands"})
	return true, nil
}

// menuOf is the command menu that a person sees in a chat: the narrowest scope
// that has one, Vietnamese before no language.
func (s *Server) menuOf(c *chat, person int64) []Command {
	for _, scope := range c.scopes(person) {
		for _, language := range []string{"vi", ""} {
			if commands := s.commands[commandKey{scope, language}]; len(commands) > 0 {
				return commands
			}
		}
	}
	return []Command{}
}

// scopes are the scopes that hold for a person in the chat, the narrowest first.
func (c *chat) scopes(person int64) []string {
	here := strconv.FormatInt(c.id, 10)
	switch {
	case c.kind == private:
		return []string{"chat " + here, "all_private_chats", "default"}
	case person == c.owner:
		return []string{
			"chat_member " + here + " " + strconv.FormatInt(person, 10), "chat_administrators " + here, "chat " + here,
			"all_chat_administrators", "all_group_chats", "default",
		}
	}
	return []string{"chat_member " + here + " " + strconv.FormatInt(person, 10), "chat " + here, "all_group_chats", "default"}
}
