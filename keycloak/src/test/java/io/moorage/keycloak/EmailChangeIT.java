package io.moorage.keycloak;

import static io.moorage.keycloak.Pages.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another e-mail address, confirmed from both, in the real Keycloak. */
class EmailChangeIT {

    private World world;
    private Surroundings surroundings;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        world = World.get();
        surroundings = world.surroundings;
    }

    private HttpResponse<String> ask(String login, String address) throws IOException, InterruptedException {
        Visitor visitor = world.visitor();
        visitor.logIn(login, People.PASSWORD);
        HttpResponse<String> page = visitor.arrive("en", Map.of("kc_action", "UPDATE_EMAIL"));
        page = visitor.browser.submit(page, Map.of("email", address));
        if (page.body().contains("id=\"moorage-done\"")) {
            HttpResponse<String> back = visitor.browser.submit(page, Map.of("done", ""));
            assertThat(back.headers().firstValue("Location").orElse("")).contains("kc_action_status=success");
        }
        return page;
    }

    /** The links that came, by the mailbox. */
    private Map<String, String> links() throws InterruptedException {
        Map<String, String> links = new HashMap<>();
        while (links.size() < 2) {
            JsonNode mail = surroundings.mails.poll(10, TimeUnit.SECONDS);
            assertThat(mail).isNotNull();
            String link = Pages.link(mail.path("html").asText(), "[^\"]*/action-token[^\"]*");
            links.put(mail.path("to").asText(), link);
        }
        return links;
    }

    /** Opens a link in a browser that knows nothing of the log-in, and confirms. */
    private HttpResponse<String> open(String link) throws IOException, InterruptedException {
        Visitor reader = world.visitor();
        HttpResponse<String> page = reader.browser.open(link);
        if (!page.body().contains("Confirmer le changement")) return page;
        return reader.browser.open(Pages.link(page.body(), "[^\"]*/action-token[^\"]*"));
    }

    private String emailOf(String login) throws IOException, InterruptedException {
        return world.visitor()
                .logIn(login, People.PASSWORD)
                .claims()
                .path("email")
                .asText();
    }

    @Test
    void the_address_changes_once_both_mailboxes_have_confirmed_whichever_is_first() throws Exception {
        for (boolean oldFirst : new boolean[] {true, false}) {
            String login = People.registered(world);
            String wanted = People.email(People.newLogin());
            assertThat(said(ask(login, wanted))).contains("Nous avons envoyé un lien à " + People.email(login));
            Map<String, String> links = links();
            String first = oldFirst ? People.email(login) : wanted;
            String second = oldFirst ? wanted : People.email(login);

            assertThat(said(open(links.getOrDefault(first, ""))))
                    .contains("L’adresse change une fois que le lien envoyé à " + second);
            assertThat(emailOf(login)).isEqualTo(People.email(login));
            assertThat(said(open(links.getOrDefault(second, "")))).contains("Nous vous écrirons désormais à " + wanted);

            assertThat(emailOf(login)).isEqualTo(wanted);
            assertThat(surroundings.securityChange("email")).isEqualTo("changed");
        }
    }

    @Test
    void a_link_that_is_only_looked_at_confirms_nothing() throws Exception {
        String login = People.registered(world);
        ask(login, People.email(People.newLogin()));
        for (String link : links().values())
            assertThat(world.visitor().browser.open(link).body()).contains("Confirmer le changement");

        assertThat(emailOf(login)).isEqualTo(People.email(login));
    }

    @Test
    void one_link_opened_twice_is_one_confirmation() throws Exception {
        String login = People.registered(world);
        String wanted = People.email(People.newLogin());
        ask(login, wanted);
        String link = links().getOrDefault(wanted, "");

        open(link);
        open(link);

        assertThat(emailOf(login)).isEqualTo(People.email(login));
    }

    @Test
    void asking_again_makes_the_links_before_worthless() throws Exception {
        String login = People.registered(world);
        ask(login, People.email(People.newLogin()));
        Map<String, String> before = links();
        String wanted = People.email(People.newLogin());
        ask(login, wanted);
        Map<String, String> now = links();

        for (String link : before.values()) assertThat(said(open(link))).contains("Ce lien n’est plus valable.");
        assertThat(emailOf(login)).isEqualTo(People.email(login));
        for (String link : now.values()) open(link);
        assertThat(emailOf(login)).isEqualTo(wanted);
    }

    @Test
    void an_address_that_is_taken_or_none_is_refused() throws Exception {
        String login = People.registered(world);

        assertThat(said(ask(login, "demo@hst-test.eu")))
                .contains("Il existe déjà un compte avec cette adresse e-mail.");
        assertThat(said(ask(login, "nonsense"))).contains("Cette adresse e-mail n’est pas valable.");
        assertThat(said(ask(login, People.email(login)))).contains("C’est déjà votre adresse.");
        assertThat(surroundings.mails).isEmpty();
    }
}
