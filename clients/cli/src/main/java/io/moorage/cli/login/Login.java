package io.moorage.cli.login;

import io.moorage.cli.command.Moor;
import io.moorage.cli.gateway.Gateway;
import io.moorage.cli.outcome.ExitCode;
import io.moorage.cli.session.AuthorizationServer;
import io.moorage.cli.session.Credentials;
import io.moorage.cli.session.CredentialsFile;
import io.moorage.cli.session.DeviceGrant;
import io.moorage.cli.session.Http;
import io.moorage.cli.text.Texts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code moor login}: says which page to open, on this machine or another, and waits until somebody said yes there. With
 * {@code --token} it keeps an API token instead, which is read and not passed as a word of the command.
 */
@Command(name = "login")
public final class Login implements Callable<Integer> {
    private final Moor moor;

    @Option(names = "--token", descriptionKey = "option.token")
    private boolean token;

    public Login(Moor moor) {
        this.moor = moor;
    }

    @Override
    public Integer call() {
        String url = moor.url();
        if (token) {
            keep(url, Credentials.ofApiToken(moor.terminal().secret(moor.texts().of("token-ask"))));
            return greet();
        }
        Http http = moor.http();
        Texts texts = moor.texts();
        AuthorizationServer server = AuthorizationServer.of(url, http, texts);
        DeviceGrant grant = new DeviceGrant(
                http, texts, moor.environment().clock(), moor.environment().pause(), server);
        DeviceGrant.Begun begun = grant.begin();
        say(begun);
        Credentials granted = grant.await(begun);
        keep(url, granted);
        return greet();
    }

    private Integer greet() {
        JsonNode user = user();
        moor.terminal()
                .say(moor.texts()
                        .of(
                                "logged-in",
                                user.path("name").asString(""),
                                user.path("login").asString("")));
        return ExitCode.OK;
    }

    private void say(DeviceGrant.Begun begun) {
        moor.terminal().say(moor.texts().of("login-open", begun.page()));
        moor.terminal().say(moor.texts().of("login-code", begun.userCode()));
        if (!begun.pageWithCode().isEmpty())
            moor.terminal().say(moor.texts().of("login-open-with-code", begun.pageWithCode()));
        moor.terminal().tell(moor.texts().of("login-waiting"));
    }

    private void keep(String url, Credentials granted) {
        CredentialsFile file = moor.credentials();
        file.alone(() -> {
            file.keep(url, granted);
            return url;
        });
    }

    private JsonNode user() {
        Gateway gateway = moor.gatewayOfUser();
        return gateway.get("/me").path("user");
    }
}
