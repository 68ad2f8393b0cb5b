package io.moorage.simulators.machine;

import io.moorage.simulators.web.Answer;
import io.moorage.simulators.web.ApiKey;
import io.moorage.simulators.web.Json;
import io.moorage.simulators.web.Request;
import io.moorage.simulators.web.WebServer;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The interface for programs: orders by key, and instructions for tests from this computer only. */
public final class MachineApi {
    private static final String PATH = "/machines/";
    private static final String NUMBER = "(?<number>[A-Za-z0-9][A-Za-z0-9-]{0,39})";
    private static final Pattern MACHINE = Pattern.compile(PATH + NUMBER);
    private static final Pattern CONTROL = Pattern.compile(PATH + NUMBER + "/control");
    private static final Pattern OPERATION =
            Pattern.compile(PATH + NUMBER + "/operations/(?<id>[A-Za-z0-9][A-Za-z0-9-]{0,63})(?<cancel>/cancel)?");

    private final Machines machines;
    private final ApiKey key;

    private record Order(@Nullable String type, @Nullable String image) {}

    private record Instruction(@Nullable Behaviour next) {}

    public MachineApi(Machines machines, String apiKey) {
        this.machines = machines;
        this.key = new ApiKey(apiKey);
    }

    public void addTo(WebServer server) {
        server.on("GET", PATH, request -> key.allows(request) ? get(request) : ApiKey.refused());
        server.on("PUT", PATH, request -> key.allows(request) ? put(request) : ApiKey.refused());
        server.on("POST", PATH, this::post);
    }

    private Answer get(Request request) {
        Matcher machine = MACHINE.matcher(request.path());
        if (machine.matches()) {
            return Answer.json(200, MachineView.of(machines.machine(machine.group("number"))));
        }
        Matcher operation = OPERATION.matcher(request.path());
        if (!operation.matches() || operation.group("cancel") != null) {
            return notFound(request);
        }
        return find(operation).map(found -> answer(200, found)).orElseGet(MachineApi::unknown);
    }

    private Answer put(Request request) {
        Matcher operation = OPERATION.matcher(request.path());
        if (!operation.matches() || operation.group("cancel") != null) {
            return notFound(request);
        }
        Optional<Order> order = read(request, Order.class);
        if (order.isEmpty()) {
            return Answer.problem(400, "malformed-request", "The body isn't an order in JSON.");
        }
        String type = Objects.requireNonNullElse(order.get().type(), "");
        String image = order.get().image();
        if (!Operation.TYPES.contains(type)) {
            return Answer.problem(422, "type-unknown", "A machine knows " + String.join(", ", Operation.TYPES) + ".");
        }
        if (type.equals(Operation.REINSTALL) && (image == null || image.isBlank())) {
            return Answer.problem(422, "image-required", "Name the image to install.");
        }
        return order(operation, type, type.equals(Operation.REINSTALL) ? image : null);
    }

    private Answer order(Matcher path, String type, @Nullable String image) {
        boolean isRepeated = find(path).isPresent();
        Operation operation = machines.order(path.group("number"), path.group("id"), type, image);
        if (!operation.type().equals(type) || !Objects.equals(operation.image(), image)) {
            return Answer.problem(409, "operation-conflict", "This operation was something else when it was ordered.");
        }
        if (operation.behaviour().losesAnswer() && !isRepeated) {
            return Answer.problem(503, "answer-lost", "A test has ordered that this answer gets lost.");
        }
        return answer(202, operation);
    }

    private Answer post(Request request) {
        Matcher control = CONTROL.matcher(request.path());
        if (control.matches()) {
            return request.caller().isLoopbackAddress()
                    ? instruct(control.group("number"), request)
                    : Answer.problem(403, "not-from-here", "Only tests on this computer may order trouble.");
        }
        Matcher operation = OPERATION.matcher(request.path());
        if (!key.allows(request)) {
            return ApiKey.refused();
        }
        if (!operation.matches() || operation.group("cancel") == null) {
            return notFound(request);
        }
        return find(operation).map(found -> cancel(operation, found)).orElseGet(MachineApi::unknown);
    }

    private Answer instruct(String number, Request request) {
        Optional<Behaviour> next = read(request, Instruction.class).map(Instruction::next);
        if (next.isEmpty()) {
            return Answer.problem(400, "malformed-request", "The body isn't an instruction in JSON.");
        }
        if (!next.get().isPossible()) {
            return Answer.problem(422, "behaviour-impossible", "No operation can go like that.");
        }
        return Answer.json(200, new Instruction(machines.instruct(number, next.get())));
    }

    private Answer cancel(Matcher path, Operation operation) {
        boolean cancelled = machines.cancel(path.group("number"), operation.id());
        slowDown(operation);
        return Answer.json(200, java.util.Map.of("cancelled", cancelled));
    }

    private Answer answer(int status, Operation operation) {
        slowDown(operation);
        return Answer.json(status, MachineView.of(operation, machines.now()));
    }

    private static void slowDown(Operation operation) {
        try {
            Thread.sleep(operation.behaviour().answersAfterMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Operation> find(Matcher path) {
        return machines.operation(path.group("number"), path.group("id"));
    }

    private static <T> Optional<T> read(Request request, Class<T> type) {
        try {
            return Optional.ofNullable(Json.read(request.body(), type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Answer unknown() {
        return Answer.problem(404, "operation-unknown", "The machine was never told to do this.");
    }

    private static Answer notFound(Request request) {
        return Answer.problem(404, "not-found", "There is nothing at " + request.path() + ".");
    }
}
