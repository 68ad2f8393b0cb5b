package io.moorage.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a command line: a command, its options and what it is about. */
record Arguments(
        String command, List<String> operands, Set<String> flags, Map<String, Integer> scale, List<String> only) {
    private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            Map.entry("up", Set.of("--detach", "--clean", "--scale", "--only", "--no-build")),
            Map.entry("status", Set.of("--json")),
            Map.entry("logs", Set.of("-f")),
            Map.entry("down", Set.of()),
            Map.entry("stop", Set.of()),
            Map.entry("start", Set.of()),
            Map.entry("parked", Set.of()),
            Map.entry("verify", Set.of()),
            Map.entry("rebuild", Set.of()),
            Map.entry("demo", Set.of()),
            Map.entry("test", Set.of("--fast")),
            Map.entry("bench", Set.of("--quick", "--pairs=", "--seconds=", "--clients=")),
            Map.entry("help", Set.of()));
    private static final int MOST = 9;

    static Arguments parse(String... words) {
        String command = words.length == 0 || words[0].equals("--help") || words[0].equals("-h") ? "help" : words[0];
        Set<String> options = OPTIONS.get(command);
        if (options == null) {
            throw new Trouble("Unknown command '" + command + "'. ./moorage help tells which there are.");
        }
        List<String> operands = new ArrayList<>();
        Set<String> flags = new java.util.HashSet<>();
        Map<String, Integer> scale = new HashMap<>();
        List<String> only = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (!word.startsWith("-")) {
                operands.add(word);
            } else if (!options.contains(word.replaceFirst("=.*", "="))) {
                throw new Trouble(
                        "Unknown option '" + word + "' for " + command + ". ./moorage help tells which there are.");
            } else if (word.equals("--scale")) {
                scale(value(words, ++i, word), scale);
            } else if (word.equals("--only")) {
                only.addAll(List.of(value(words, ++i, word).split(",")));
            } else {
                flags.add(word);
            }
        }
        checkOperands(command, operands);
        return new Arguments(command, operands, flags, scale, only);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    private static String value(String[] words, int i, String option) {
        if (i >= words.length) {
            throw new Trouble("The option " + option + " needs a value after it.");
        }
        return words[i];
    }

    private static void scale(String text, Map<String, Integer> scale) {
        int equals = text.indexOf('=');
        String service = equals < 0 ? text : text.substring(0, equals);
        String count = equals < 0 ? "" : text.substring(equals + 1);
        if (!Parts.SERVICES.contains(service) || !count.matches("[1-" + MOST + "]")) {
            throw new Trouble("--scale takes a service and a number up to " + MOST + ", such as billing=2; services: "
                    + String.join(", ", Parts.SERVICES) + ".");
        }
        scale.put(service, Integer.valueOf(count));
    }

    private static void checkOperands(String command, List<String> operands) {
        boolean named = command.equals("stop") || command.equals("start");
        if (named && operands.size() != 1) {
            throw new Trouble(command + " needs the name of one part, such as: ./moorage " + command + " billing");
        }
        if (command.equals("parked")) {
            checkParked(operands);
            return;
        }
        if (!named && !Set.of("logs", "verify", "bench", "rebuild").contains(command) && !operands.isEmpty()) {
            throw new Trouble("'" + operands.getFirst() + "' means nothing to " + command + ".");
        }
    }

    private static void checkParked(List<String> operands) {
        boolean list = operands.size() < 2;
        boolean settle = operands.size() == 3 && Set.of("retry", "drop").contains(operands.get(1));
        if (!list && !settle
                || settle && operands.get(1).equals("drop") && operands.get(2).equals("all")) {
            throw new Trouble("Say: ./moorage parked [service], or ./moorage parked <service> retry <id>|all, or "
                    + "./moorage parked <service> drop <id>.");
        }
    }
}
