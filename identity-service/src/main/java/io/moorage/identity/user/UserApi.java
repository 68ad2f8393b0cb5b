package io.moorage.identity.user;

import io.moorage.web.Internal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the other services who somebody is: what no event may carry. */
@RestController
@RequestMapping("/internal/users")
@Hidden // for other parts of the platform
class UserApi {
    private final People people;

    UserApi(People people) {
        this.people = people;
    }

    @GetMapping("/{id}")
    @Internal
    UserData user(@PathVariable String id) {
        Person person = people.find(id).orElseThrow(UserUnknown::new);
        return new UserData(
                person.userId(),
                person.login(),
                person.email(),
                person.firstName(),
                person.lastName(),
                person.language());
    }

    record UserData(String id, String login, String email, String firstName, String lastName, String language) {}
}
