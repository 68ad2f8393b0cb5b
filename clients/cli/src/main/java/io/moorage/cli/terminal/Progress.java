package io.moorage.cli.terminal;

/** How far something is: a bar that moves on a terminal; elsewhere, as in a log, one line for each change. */
public final class Progress {
    private static final int BAR = 24;

    private final Terminal terminal;
    private String shown = "";

    public Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param percent 0 to 100 */
    public void show(String what, int percent) {
        String line = PlainText.of(what) + " " + percent + " %";
        if (line.equals(shown)) return;
        shown = line;
        if (!terminal.notesSeen()) {
            terminal.tell(line);
            return;
        }
        int done = Math.clamp(percent, 0, 100) * BAR / 100;
        String bar = "█".repeat(done) + "░".repeat(BAR - done);
        terminal.err().print("\r\u001b[K" + PlainText.fit(bar + " " + percent + " % " + PlainText.of(what), width()));
        terminal.err().flush();
    }

    /** Leaves the line of the bar to what is said next. */
    public void end() {
        if (terminal.notesSeen() && !shown.isEmpty()) terminal.err().print("\r\u001b[K");
        shown = "";
    }

    // A full line would wrap, and the next one could no longer replace it.
    private int width() {
        return terminal.columns() - 1;
    }
}
