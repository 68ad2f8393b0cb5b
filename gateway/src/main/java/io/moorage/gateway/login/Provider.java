package io.moorage.gateway.login;

import io.moorage.gateway.GatewaySettings;
import io.moorage.gateway.token.Endpoints;
import io.moorage.gateway.token.TokenChecks;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Keycloak as Spring Security's OpenID provider. */
@Configuration(proxyBeanMethods = false)
class Provider {
    static final String REGISTRATION = "keycloak";

    @Bean
    ReactiveClientRegistrationRepository clientRegistrations(GatewaySettings settings, Endpoints endpoints) {
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(GatewaySettings.CLIENT)
                .clientSecret(settings.gatewayClientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                // Fixed, not taken from the request: a forged Host header must not reach Keycloak.
                .redirectUri(settings.publicBase() + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile", "email")
                .issuerUri(endpoints.issuer())
                .authorizationUri(endpoints.authorization())
                .tokenUri(endpoints.token())
                .jwkSetUri(endpoints.keys())
                .userInfoUri(endpoints.userInfo())
                .userNameAttributeName("sub")
                .build());
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            WebClient keycloakWebClient) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(keycloakWebClient);
        return client;
    }

    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> idTokenDecoders(TokenChecks checks, Clock clock) {
        return registration -> {
            OidcIdTokenValidator rules = new OidcIdTokenValidator(registration);
            rules.setClock(clock);
            return checks.decoder(rules);
        };
    }

    /** The id token says all that the gateway needs; asking for the user's data would be a call more. */
    @Bean
    ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users() {
        return request -> Mono.just(new DefaultOidcUser(List.of(), request.getIdToken()));
    }
}
