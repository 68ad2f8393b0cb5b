package io.moorage.identity.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.TestPhone;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.DeliveryReport.State;
import io.moorage.simulators.phone.PhoneMessage;
import org.junit.jupiter.api.Test;

/** What every operator does that can call besides. */
public abstract class CallingOperatorContract extends OperatorContract {

    @Test
    void it_offers_both() {
        assertThat(operator().offers(Channel.VOICE)).isTrue();
        assertThat(operator().offers(Channel.SMS)).isTrue();
    }

    @Test
    void a_call_speaks_its_language_and_says_everything_three_times() {
        operator().hand(new Message(Channel.VOICE, number, "fr", "Votre code : 1, 2, 3 & <4>."));

        PhoneMessage call = TestPhone.last(number);
        assertThat(call.channel()).isEqualTo("voice");
        assertThat(call.language()).isEqualTo("fr");
        assertThat(call.text().split("\n")).hasSize(3).containsOnly("Votre code : 1, 2, 3 & <4>.");
    }

    @Test
    void a_call_in_english_is_spoken_by_an_english_voice() {
        operator().hand(new Message(Channel.VOICE, number, "en", "Your code: 1, 2, 3."));

        assertThat(TestPhone.last(number).language()).isEqualTo("en");
    }

    @Test
    void a_call_that_was_answered_is_reported() throws Exception {
        String reference = operator().hand(new Message(Channel.VOICE, number, "en", "Hello."));

        assertThat(nextReport()).isEqualTo(new DeliveryReport(reference, State.DELIVERED));
    }
}
