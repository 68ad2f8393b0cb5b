package io.moorage.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Seal seal = new Seal(KEY);

    @Test
    void what_was_sealed_opens_at_its_place() {
        assertThat(seal.open(seal.seal("token é", "session/1"), "session/1")).contains("token é");
    }

    @Test
    void it_opens_nowhere_else_and_with_no_other_key() {
        byte[] other = new byte[32];
        other[31] = 1;
        byte[] sealed = seal.seal("token", "session/1");
        assertThat(seal.open(sealed, "session/2")).isEmpty();
        assertThat(new Seal(Base64.getEncoder().encodeToString(other)).open(sealed, "session/1"))
                .isEmpty();
    }

    @Test
    void a_changed_byte_anywhere_keeps_it_shut() {
        byte[] sealed = seal.seal("token", "place");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal.open(changed, "place")).isEmpty();
        }
        assertThat(seal.open(new byte[0], "place")).isEmpty();
    }

    @Test
    void the_same_text_is_never_sealed_alike() {
        assertThat(seal.seal("token", "place")).isNotEqualTo(seal.seal("token", "place"));
    }

    @Test
    void signatures_differ_by_value_and_stay_the_same() {
        assertThat(seal.sign("a")).isEqualTo(new Seal(KEY).sign("a")).isNotEqualTo(seal.sign("b"));
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seal(Base64.getEncoder().encodeToString(new byte[16])));
    }
}
