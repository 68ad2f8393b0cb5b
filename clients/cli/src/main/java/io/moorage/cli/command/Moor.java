package io.moorage.cli.command;

import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.CommandFailed;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.session.AccessTokens;
import io.moorage.cli.session.Address;
import io.moorage.cli.session.CredentialsFile;
import io.moorage.cli.session.Http;
import io.moorage.cli.terminal.Terminal;
import io.moorage.cli.text.Texts;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code moor} itself: the options that every command takes, and what these make of the environment. */
@Command(name = "moor", sortOptions = false)
public final class Moor implements Callable<Integer> {
    private static final String AT_HOME = "http://localhost:8080";

    private final Environment environment;
    private final Texts texts;
    private final JsonMapper json = JsonMapper.builder().build();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Option(names = "--account", paramLabel = "HANDLE", descriptionKey = "option.account", scope = ScopeType.INHERIT)
    private @Nullable String account;

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output", scope = ScopeType.INHERIT)
    private Output output = Output.TABLE;

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "option.url", scope = ScopeType.INHERIT)
    private @Nullable String url;

    // Read before the command line is parsed, as complaints about it and the help are in this language already.
    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            completionCandidates = Languages.class,
            descriptionKey = "option.lang",
            scope = ScopeType.INHERIT)
    private @Nullable String language;

    @Option(names = "--verbose", descriptionKey = "option.verbose", scope = ScopeType.INHERIT)
    private boolean verbose;

    // No -h: it would be in the way of tags that are taken off.
    @Option(names = "--help", usageHelp = true, descriptionKey = "option.help", scope = ScopeType.INHERIT)
    private boolean help;

    public Moor(Environment environment, Texts texts) {
        this.environment = environment;
        this.texts = texts;
    }

    static final class Languages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("fr", "en").iterator();
        }
    }

    /** Called alone it does nothing but say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(environment.terminal().err());
        return ExitCode.USAGE;
    }

    public Environment environment() {
        return environment;
    }

    public Terminal terminal() {
        return environment.terminal();
    }

    public Texts texts() {
        return texts;
    }

    public JsonMapper json() {
        return json;
    }

    public Report report() {
        return new Report(terminal(), texts, environment.zone(), output);
    }

    public Http http() {
        return new Http(json, texts);
    }

    /** The gateway's address: the option, else {@code MOORAGE_URL}, else this machine's. */
    public String url() {
        String wanted = url != null ? url : environment.variables().getOrDefault("MOORAGE_URL", AT_HOME);
        String safe = Address.safe(wanted);
        if (safe == null) throw new CommandFailed(ExitCode.USAGE, texts.of("url-unsafe", wanted));
        return safe;
    }

    public AccessTokens tokens(Http http) {
        return new AccessTokens(credentials(), http, texts, environment.clock(), url());
    }

    public CredentialsFile credentials() {
        return new CredentialsFile(json, CredentialsFile.folder(environment.variables()));
    }

    /** For the account of the option, else of {@code MOORAGE_ACCOUNT}, else the user's own. */
    public Gateway gateway() {
        String chosen = environment.variables().getOrDefault("MOORAGE_ACCOUNT", "");
        return gateway(account != null || chosen.isEmpty() ? account : chosen);
    }

    /** For what concerns the user, whichever account the environment names. */
    public Gateway gatewayOfUser() {
        return gateway(account);
    }

    private Gateway gateway(@Nullable String acting) {
        Http http = http();
        Gateway.Target target = new Gateway.Target(url(), acting, verbose);
        return new Gateway(target, http, tokens(http), json, texts, terminal());
    }

    /** Ends with the usage of the command that was called. */
    public ParameterException misused(CommandSpec called, String key, Object... values) {
        return new ParameterException(called.commandLine(), texts.of(key, values));
    }
}
