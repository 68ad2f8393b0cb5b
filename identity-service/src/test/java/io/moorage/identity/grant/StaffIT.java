package io.moorage.identity.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.moorage.contracts.Permission;
import io.moorage.eventstore.Commands;
import io.moorage.identity.Guest;
import io.moorage.identity.IdentityTest;
import io.moorage.identity.Visitor;
import io.moorage.identity.delegation.Access;
import io.moorage.identity.delegation.Delegation;
import io.moorage.identity.delegation.DelegationCommand.GrantDelegation;
import io.moorage.identity.delegation.DelegationCommand.RevokeDelegation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** The provider's staff, as Keycloak and the portal ask about them. */
@IdentityTest
class StaffIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ACT = Permission.CUSTOMERS_ACT.code();

    @LocalServerPort
    int port;

    @Autowired
    Commands commands;

    Visitor provider;
    Visitor customer;
    Visitor colleague;
    String delegation;

    @BeforeEach
    void a_provider_a_customer_and_a_colleague() {
        provider = opened("provider");
        customer = opened("customer");
        colleague = new Visitor(port);
        colleague.asksFor(null);
        delegation = Delegation.id(provider.account, colleague.id);
    }

    @Test
    void who_owns_the_providers_account_holds_the_staff_permissions_on_it_and_no_customer_does() {
        assertThat(permissions(provider, provider.account)).contains(ACT, Permission.LEDGER_ADJUST.code());
        assertThat(permissions(customer, customer.account)).doesNotContain(ACT);
    }

    @Test
    void who_may_act_for_customers_does_all_for_them_but_say_whom_they_trust() {
        for (Visitor staff : List.of(provider, delegated(Access.ALL, ACT, "services:read"))) {
            String grant = Guest.body(staff.asksFor(customer.account));

            assertThat(JsonPath.<Boolean>read(grant, "$.staff")).isTrue();
            assertThat(JsonPath.<Boolean>read(grant, "$.own")).isFalse();
            assertThat(JsonPath.<List<String>>read(grant, "$.permissions"))
                    .contains("services:manage", "billing:pay", "account:manage")
                    .doesNotContain("users:manage", ACT);
        }
    }

    @Test
    void what_staff_have_by_a_delegation_ends_and_changes_with_it() {
        delegated(Access.ALL, ACT);
        String grant = Guest.body(colleague.asksFor(customer.account));
        assertThat(JsonPath.<String>read(grant, "$.delegation")).isEqualTo(delegation);
        assertThat(JsonPath.<Integer>read(grant, "$.version")).isEqualTo(1);

        commands.send(new RevokeDelegation(delegation, Instant.now()));

        colleague.asksFor(customer.account).expectStatus().isForbidden();
    }

    @Test
    void nobody_else_acts_for_a_customer() {
        customer.asksFor(provider.account).expectStatus().isForbidden();
        opened("customer").asksFor(customer.account).expectStatus().isForbidden();
        delegated(Access.ALL, "customers:manage", "services:read")
                .asksFor(customer.account)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void an_access_to_chosen_services_of_the_provider_is_none_to_its_customers() {
        delegated(List.of("10427"), ACT)
                .asksFor(customer.account)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void who_may_act_for_customers_may_not_act_for_another_provider() {
        Visitor other = opened("provider");

        provider.asksFor(other.account).expectStatus().isForbidden();
    }

    @Test
    void a_customer_whom_nobody_knows_is_no_ones() {
        provider.asksFor("zz99999-mo").expectStatus().isForbidden();
    }

    @Test
    void the_customer_is_among_those_one_can_act_for_as_long_as_one_does() {
        String acting = Guest.body(provider.me(provider.tokenOfStaff(customer.account, "services:read")));

        assertThat(JsonPath.<List<String>>read(acting, "$.accounts[*].handle"))
                .containsExactly(provider.account, customer.account);
        assertThat(JsonPath.<List<Boolean>>read(acting, "$.accounts[*].staff")).containsExactly(false, true);
        assertThat(JsonPath.<String>read(acting, "$.accounts[1].name")).isEqualTo("Camille Durand");
        assertThat(JsonPath.<List<String>>read(acting, "$.accounts[1].permissions"))
                .containsExactly("services:read");
        assertThat(JsonPath.<List<String>>read(
                        Guest.body(provider.me(provider.tokenForAccount())), "$.accounts[*].handle"))
                .containsExactly(provider.account);
    }

    @Test
    void staff_give_nobody_access_to_a_customers_account_not_even_themselves() {
        Guest staff = new Guest(port, provider.id);

        staff.sends(HttpMethod.POST, "/invitations", customer.account, """
                        {"email": "friend@example.eu", "permissions": ["services:read"], "services": "all"}""")
                .expectStatus()
                .isForbidden();
        staff.sends(HttpMethod.POST, "/api-tokens", customer.account, """
                        {"name": "mine", "permissions": ["services:read"], "services": "all", "expiresAt": "%s"}""".formatted(
                                Instant.now().plusSeconds(60)))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-yours-to-grant");
    }

    private Visitor opened(String kind) {
        Visitor owner = new Visitor(port);
        owner.asksFor(null);
        owner.accountOpens(UUID.randomUUID().toString(), kind);
        await().atMost(SOON)
                .untilAsserted(() -> owner.asksFor(owner.account).expectStatus().isOk());
        return owner;
    }

    private Visitor delegated(List<String> services, String... permissions) {
        commands.send(new GrantDelegation(
                delegation,
                provider.account,
                colleague.id,
                provider.id,
                new Access(List.of(permissions), services, null),
                Instant.now()));
        return colleague;
    }

    private static List<String> permissions(Visitor user, String account) {
        return JsonPath.read(Guest.body(user.asksFor(account)), "$.permissions");
    }
}
