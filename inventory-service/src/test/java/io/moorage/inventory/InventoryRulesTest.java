package io.moorage.inventory;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.moorage.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class InventoryRulesTest {

    @Test
    void inventory_has_the_shape_of_the_house() {
        assertThatCode(() -> HouseRules.check("io.moorage.inventory")).doesNotThrowAnyException();
    }
}
