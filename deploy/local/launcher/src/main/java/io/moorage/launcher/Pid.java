package io.moorage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One process for certain: its number and a stamp of when it started, so that a reused number is never mistaken for it. */
record Pid(long number, String stamp) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    /**
     * What a child runs first: it writes down who it is, then becomes the program. So whoever kills the launcher, at
     * whatever moment, leaves no process that nobody knows of.
     */
    static final String RECORD_AND_BECOME = """
            if [ -r /proc/$$/stat ]; then
              read -r boot </proc/sys/kernel/random/boot_id; read -r stat </proc/$$/stat
            else
              boot=-; stat="$$ $(ps -o lstart= -p $$)"
            fi
            printf '%s\\n%s\\n' "$boot" "$stat" >"$0"
            exec "$@"
            """;

    /** The process with this number, if it lives now. A zombie doesn't. */
    static Optional<Pid> living(long number) {
        try {
            Path stat = Path.of("/proc/" + number + "/stat");
            if (Files.exists(BOOT)) {
                return parse(Files.readString(BOOT), Files.readString(stat));
            }
            return parse("-", number + " " + Shell.output("ps", "-o", "lstart=", "-p", Long.toString(number)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Pid self() {
        return living(ProcessHandle.current().pid()).orElseThrow();
    }

    /** The process that a file names, alive or not. */
    static Optional<Pid> recorded(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2 ? Optional.empty() : parse(lines.get(0), lines.get(1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Pid> parse(String boot, String line) {
        String text = line.strip();
        if (!text.contains(" ")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, text.indexOf(' ')));
        if (boot.strip().equals("-")) {
            return Optional.of(new Pid(number, text.substring(text.indexOf(' ')).strip()));
        }
        // The program's name stands in brackets and may hold anything, brackets and spaces too.
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
        return dead ? Optional.empty() : Optional.of(new Pid(number, boot.strip() + " " + fields[START_TIME]));
    }

    boolean alive() {
        return living(number).filter(this::equals).isPresent();
    }

    void signal(String signal) {
        if (alive()) {
            Shell.status("sh", "-c", "kill -" + signal + " " + number); // the shell's own kill is always there
        }
    }

    /** Waits until the process is gone; false if it still lives after that many milliseconds. */
    boolean goneWithin(long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (alive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Shell.pause(50);
        }
        return true;
    }
}
