package io.moorage.cli.command;

import io.moorage.cli.session.Pause;
import io.moorage.cli.terminal.Terminal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** What surrounds a call of moor: everything that a test wants to choose. */
public record Environment(Map<String, String> variables, Terminal terminal, Clock clock, ZoneId zone, Pause pause) {}
