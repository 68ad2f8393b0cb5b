package io.moorage.web;

import io.moorage.eventstore.ReadModels;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tables that follow from the log alone: listed, and rebuilt from it while the service works on. */
@RestController
@RequestMapping("/internal/read-models")
@Hidden // for operators
class ReadModelsApi {
    private final ReadModels readModels;

    ReadModelsApi(ReadModels readModels) {
        this.readModels = readModels;
    }

    @GetMapping
    @Internal
    Items list() {
        return new Items(readModels.all());
    }

    /** Begins; the list tells how far it has come on this instance. */
    @PostMapping("/{name}/rebuild")
    @Internal
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable String name) {
        readModels.rebuild(name);
    }

    record Items(List<ReadModels.State> items) {}
}
