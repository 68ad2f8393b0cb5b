package io.moorage.cli;

import io.moorage.cli.access.AcceptInvitation;
import io.moorage.cli.access.ChangeUser;
import io.moorage.cli.access.CreateToken;
import io.moorage.cli.access.LeaveAccount;
import io.moorage.cli.access.ListAccounts;
import io.moorage.cli.access.ListInvitations;
import io.moorage.cli.access.ListTokens;
import io.moorage.cli.access.ListUsers;
import io.moorage.cli.access.RemoveUser;
import io.moorage.cli.access.ResendInvitation;
import io.moorage.cli.access.RevokeToken;
import io.moorage.cli.access.SendInvitation;
import io.moorage.cli.access.WithdrawInvitation;
import io.moorage.cli.account.ListNotices;
import io.moorage.cli.account.ShowLog;
import io.moorage.cli.account.ShowMe;
import io.moorage.cli.action.CancelAction;
import io.moorage.cli.action.ListActions;
import io.moorage.cli.action.RetryAction;
import io.moorage.cli.action.ShowAction;
import io.moorage.cli.billing.ShowBalance;
import io.moorage.cli.billing.TopUp;
import io.moorage.cli.command.CommandGroup;
import io.moorage.cli.command.Environment;
import io.moorage.cli.command.Moor;
import io.moorage.cli.completion.PrintCompletion;
import io.moorage.cli.login.EndOtherSessions;
import io.moorage.cli.login.EndSession;
import io.moorage.cli.login.ListSessions;
import io.moorage.cli.login.Login;
import io.moorage.cli.login.Logout;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.server.ExportServers;
import io.moorage.cli.server.ListImages;
import io.moorage.cli.server.ListServers;
import io.moorage.cli.server.Reinstall;
import io.moorage.cli.server.RequestAction;
import io.moorage.cli.server.ShowServer;
import io.moorage.cli.server.TagServer;
import io.moorage.cli.service.ListServices;
import io.moorage.cli.text.Texts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * All commands by their names. Only those that are called are made: reading the options of all would take longer than
 * most commands do.
 */
final class CommandTree {
    private CommandTree() {}

    /** Answers with the exit code. */
    static int run(Environment environment, String... arguments) {
        String language = chosenLanguage(arguments);
        Texts texts = Texts.in(language != null ? language : Texts.language(environment.variables()));
        if (language != null && !language.equals("fr") && !language.equals("en")) {
            environment.terminal().tell(texts.of("language-unknown", language));
            return ExitCode.USAGE;
        }
        return of(new Moor(environment, texts), new HashSet<>(Arrays.asList(arguments)))
                .execute(arguments);
    }

    /** @param words what was typed; commands among them are made, and where there is none, all */
    static CommandLine of(Moor moor, Set<String> words) {
        CommandLine root = new CommandLine(moor);
        add(root, commands(moor), words);
        branch(root, "servers", servers(moor), words);
        branch(root, "actions", actions(moor), words);
        branch(root, "sessions", sessions(moor), words);
        branch(root, "users", users(moor), words);
        branch(root, "invitations", invitations(moor), words);
        branch(root, "accounts", accounts(moor), words);
        branch(root, "tokens", tokens(moor), words);
        configure(root, moor);
        return root;
    }

    private static Map<String, Supplier<Object>> commands(Moor moor) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("login", () -> new Login(moor));
        commands.put("logout", () -> new Logout(moor));
        commands.put("me", () -> new ShowMe(moor));
        commands.put("sessions", () -> new CommandGroup(moor));
        commands.put("servers", () -> new CommandGroup(moor));
        commands.put("actions", () -> new CommandGroup(moor));
        commands.put("services", () -> new ListServices(moor));
        commands.put("balance", () -> new ShowBalance(moor));
        commands.put("top-up", () -> new TopUp(moor));
        for (String group : new String[] {"users", "invitations", "accounts", "tokens"})
            commands.put(group, () -> new CommandGroup(moor));
        commands.put("notices", () -> new ListNotices(moor));
        commands.put("log", () -> new ShowLog(moor));
        commands.put("completion", () -> new PrintCompletion(moor));
        return commands;
    }

    private static Map<String, Supplier<Object>> servers(Moor moor) {
        Map<String, Supplier<Object>> servers = new LinkedHashMap<>();
        servers.put("list", () -> new ListServers(moor));
        servers.put("show", () -> new ShowServer(moor));
        servers.put("tag", () -> new TagServer(moor));
        servers.put("images", () -> new ListImages(moor));
        servers.put("export", () -> new ExportServers(moor));
        for (String type : new String[] {"power-on", "power-off", "reboot", "rescue-on", "rescue-off"})
            servers.put(type, () -> new RequestAction(moor, type));
        servers.put("reinstall", () -> new Reinstall(moor));
        return servers;
    }

    private static Map<String, Supplier<Object>> actions(Moor moor) {
        Map<String, Supplier<Object>> actions = new LinkedHashMap<>();
        actions.put("list", () -> new ListActions(moor));
        actions.put("show", () -> new ShowAction(moor));
        actions.put("cancel", () -> new CancelAction(moor));
        actions.put("retry", () -> new RetryAction(moor));
        return actions;
    }

    private static Map<String, Supplier<Object>> sessions(Moor moor) {
        Map<String, Supplier<Object>> sessions = new LinkedHashMap<>();
        sessions.put("list", () -> new ListSessions(moor));
        sessions.put("end", () -> new EndSession(moor));
        sessions.put("end-others", () -> new EndOtherSessions(moor));
        return sessions;
    }

    private static Map<String, Supplier<Object>> users(Moor moor) {
        Map<String, Supplier<Object>> users = new LinkedHashMap<>();
        users.put("list", () -> new ListUsers(moor));
        users.put("change", () -> new ChangeUser(moor));
        users.put("remove", () -> new RemoveUser(moor));
        return users;
    }

    private static Map<String, Supplier<Object>> invitations(Moor moor) {
        Map<String, Supplier<Object>> invitations = new LinkedHashMap<>();
        invitations.put("list", () -> new ListInvitations(moor));
        invitations.put("send", () -> new SendInvitation(moor));
        invitations.put("resend", () -> new ResendInvitation(moor));
        invitations.put("withdraw", () -> new WithdrawInvitation(moor));
        invitations.put("accept", () -> new AcceptInvitation(moor));
        return invitations;
    }

    private static Map<String, Supplier<Object>> accounts(Moor moor) {
        Map<String, Supplier<Object>> accounts = new LinkedHashMap<>();
        accounts.put("list", () -> new ListAccounts(moor));
        accounts.put("leave", () -> new LeaveAccount(moor));
        return accounts;
    }

    private static Map<String, Supplier<Object>> tokens(Moor moor) {
        Map<String, Supplier<Object>> tokens = new LinkedHashMap<>();
        tokens.put("list", () -> new ListTokens(moor));
        tokens.put("create", () -> new CreateToken(moor));
        tokens.put("revoke", () -> new RevokeToken(moor));
        return tokens;
    }

    private static void branch(
            CommandLine root, String name, Map<String, Supplier<Object>> commands, Set<String> words) {
        CommandLine group = root.getSubcommands().get(name);
        if (group != null) add(group, commands, words);
    }

    private static void add(CommandLine parent, Map<String, Supplier<Object>> commands, Set<String> words) {
        // Help lists all, and a completion script knows all.
        boolean all = words.contains("--help")
                || words.contains("completion")
                || commands.keySet().stream().noneMatch(words::contains);
        commands.forEach((name, command) -> {
            if (all || words.contains(name)) parent.addSubcommand(name, command.get());
        });
    }

    private static void configure(CommandLine root, Moor moor) {
        root.setResourceBundle(moor.texts().bundle());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExpandAtFiles(false);
        root.setPosixClusteredShortOptionsAllowed(false);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        root.setUsageHelpWidth(Math.clamp(moor.terminal().columns(), 60, 120));
        Failures failures = new Failures(moor);
        root.setOut(failures.help());
        root.setParameterExceptionHandler(failures::misused);
        root.setExecutionExceptionHandler(failures::failed);
        allowTagsThatLookLikeOptions(root.getSubcommands().get("servers"));
    }

    private static void allowTagsThatLookLikeOptions(@Nullable CommandLine servers) {
        CommandLine tag = servers == null ? null : servers.getSubcommands().get("tag");
        if (tag != null) tag.setUnmatchedOptionsArePositionalParams(true);
    }

    private static @Nullable String chosenLanguage(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) return arguments[i].substring("--lang=".length());
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) return arguments[i + 1];
        }
        return null;
    }
}
