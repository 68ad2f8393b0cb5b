package io.moorage.account.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.testkit.ProblemTexts;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTextsTest {
    private final NoticeTexts texts = new NoticeTexts();

    @Test
    void every_text_is_there_in_french_and_english() {
        assertThat(ProblemTexts.faults("notices")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_its_text_with_nothing_left_blank(NoticeCode code) {
        for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH})
            assertThat(texts.of(
                            code,
                            Map.of("action", "reboot", "server", "10427", "amount", "50.00 EUR", "payment", "pay-1"),
                            language))
                    .isNotEqualTo(code.code())
                    .doesNotContain("{", "''", "  ")
                    .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            power-on    | Mise sous tension du serveur 10427 en cours.          | Power-on of server 10427 is under way.
            power-off   | Arrêt du serveur 10427 en cours.                      | Power-off of server 10427 is under way.
            reboot      | Redémarrage du serveur 10427 en cours.                | Reboot of server 10427 is under way.
            reinstall   | Réinstallation du serveur 10427 en cours.             | Reinstallation of server 10427 is under way.
            rescue-on   | Démarrage en mode de secours du serveur 10427 en cours. | Start in rescue mode of server 10427 is under way.
            rescue-off  | Sortie du mode de secours du serveur 10427 en cours.  | Return from rescue mode of server 10427 is under way.
            not-yet-known | Opération du serveur 10427 en cours.                | Operation of server 10427 is under way.
            """)
    void work_on_a_server_is_told_in_words(String type, String french, String english) {
        Map<String, String> parameters = Map.of("action", type, "server", "10427");
        assertThat(texts.of(NoticeCode.SERVER_ACTION_REQUESTED, parameters, Locale.FRENCH))
                .isEqualTo(french);
        assertThat(texts.of(NoticeCode.SERVER_ACTION_REQUESTED, parameters, Locale.ENGLISH))
                .isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phone          | Supprimé de votre connexion : Numéro mobile pour les codes. | Removed from your log-in: Mobile number for codes.
            totp           | Supprimé de votre connexion : Application d’authentification. | Removed from your log-in: Authenticator app.
            passkey        | Supprimé de votre connexion : Clé d’accès. | Removed from your log-in: Passkey.
            recovery-codes | Supprimé de votre connexion : Codes de récupération. | Removed from your log-in: Recovery codes.
            not-yet-known  | Supprimé de votre connexion : Second facteur. | Removed from your log-in: Second factor.
            """)
    void factors_are_told_in_words(String factor, String french, String english) {
        Map<String, String> parameters = Map.of("factor", factor);
        assertThat(texts.of(NoticeCode.SECURITY_FACTOR_REMOVED, parameters, Locale.FRENCH))
                .isEqualTo(french);
        assertThat(texts.of(NoticeCode.SECURITY_FACTOR_REMOVED, parameters, Locale.ENGLISH))
                .isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50.00 EUR   | Votre recharge de 50,00 € est sur votre solde.     | Your top-up of €50.00 is on your balance.
            1234.50 USD | Votre recharge de 1 234,50 $US est sur votre solde. | Your top-up of $1,234.50 is on your balance.
            500 JPY     | Votre recharge de 500 JPY est sur votre solde.     | Your top-up of ¥500 is on your balance.
            """)
    void money_is_told_as_the_language_writes_it(String amount, String french, String english) {
        Map<String, String> parameters = Map.of("amount", amount);
        assertThat(withPlainSpaces(texts.of(NoticeCode.TOP_UP_COMPLETED, parameters, Locale.FRENCH)))
                .isEqualTo(french);
        assertThat(withPlainSpaces(texts.of(NoticeCode.TOP_UP_COMPLETED, parameters, Locale.ENGLISH)))
                .isEqualTo(english);
    }

    @Test
    void what_looks_like_a_blank_in_a_value_stays_as_it_is() {
        assertThat(texts.of(
                        NoticeCode.TOP_UP_REVIEW,
                        Map.of("amount", "5.00 EUR", "payment", "{0} 'x' <b>"),
                        Locale.ENGLISH))
                .contains("(reference {0} 'x' <b>)");
    }

    private static String withPlainSpaces(String text) {
        return text.replaceAll("\\p{Zs}", " ");
    }
}
