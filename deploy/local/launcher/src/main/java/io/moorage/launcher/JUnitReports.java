package io.moorage.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Counts test cases in the XML form that all our test runners can write. */
final class JUnitReports {
    private static final Pattern REPORT = Pattern.compile("surefire-reports/TEST-[^/]*\\.xml$");
    /** What a test says that runs where a real part is installed, and is left out elsewhere. */
    private static final Pattern NEEDS = Pattern.compile("needs the program .+");

    private static final Set<String> ELSEWHERE = Set.of("node_modules", ".git", ".moorage", "src");

    private int passed;
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    int passed() {
        return passed;
    }

    List<String> failed() {
        return failed;
    }

    List<String> skipped() {
        return skipped;
    }

    /** Tests against real parts that aren't installed here, and what they need. */
    List<String> leftOut() {
        return leftOut;
    }

    int count() {
        return passed + failed.size() + skipped.size();
    }

    void pass() {
        passed++;
    }

    void fail(String what) {
        failed.add(what);
    }

    /** All reports below a folder that this run wrote. */
    void addAll(Path folder, long since) {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                String name = child.getFileName().toString();
                if (Files.isDirectory(child) && !ELSEWHERE.contains(name)) {
                    addAll(child, since);
                } else if (REPORT.matcher(child.toString()).find()
                        && child.toFile().lastModified() >= since) {
                    add(child);
                }
            }
        } catch (IOException e) {
            throw Trouble.of("looking for test reports", e);
        }
    }

    void add(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the default one prints
            NodeList cases = builder.parse(new InputSource(new StringReader(legal(Files.readString(file)))))
                    .getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                if (cases.item(i) instanceof Element testCase) {
                    count(testCase);
                }
            }
        } catch (ParserConfigurationException | SAXException | IOException e) {
            fail("the report " + file + " can't be read: " + e.getMessage());
        }
    }

    /** Colours in messages make some runners write characters that XML doesn't allow. */
    private static String legal(String xml) {
        return xml.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]|&#x1[bB];", "");
    }

    private void count(Element testCase) {
        String name = testCase.getAttribute("classname") + ": " + testCase.getAttribute("name");
        if (has(testCase, "failure") || has(testCase, "error")) {
            failed.add(name);
        } else if (has(testCase, "skipped")) {
            skip(testCase, name);
        } else {
            passed++;
        }
    }

    private void skip(Element testCase, String name) {
        String why = ((Element) testCase.getElementsByTagName("skipped").item(0)).getAttribute("message");
        Matcher needs = NEEDS.matcher(why);
        if (needs.find()) leftOut.add(name + " " + needs.group());
        else skipped.add(name);
    }

    private static boolean has(Element testCase, String child) {
        return testCase.getElementsByTagName(child).getLength() > 0;
    }
}
