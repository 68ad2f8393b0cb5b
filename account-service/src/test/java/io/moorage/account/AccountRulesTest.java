package io.moorage.account;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.moorage.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

    @Test
    void accounts_have_the_shape_of_the_house() {
        assertThatCode(() -> HouseRules.check("io.moorage.account")).doesNotThrowAnyException();
    }
}
