package io.moorage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JUnitReportsTest {
    @TempDir
    private Path folder;

    @Test
    void every_outcome_is_counted_whatever_the_runner() throws Exception {
        Path file = Files.writeString(folder.resolve("report.xml"), """
                <testsuites><testsuite name="outer">
                  <testcase classname="A" name="passes"/>
                  <testsuite name="inner">
                    <testcase classname="A" name="fails"><failure message="no">trace</failure></testcase>
                    <testcase classname="A" name="breaks"><error/></testcase>
                    <testcase classname="A" name="waits"><skipped/></testcase>
                  </testsuite>
                </testsuite></testsuites>
                """);
        JUnitReports reports = new JUnitReports();
        reports.add(file);

        assertThat(reports.passed()).isEqualTo(1);
        assertThat(reports.failed()).containsExactly("A: fails", "A: breaks");
        assertThat(reports.skipped()).containsExactly("A: waits");
        assertThat(reports.count()).isEqualTo(4);
    }

    @Test
    void a_test_of_a_part_that_is_not_installed_is_named_with_what_it_needs_and_not_skipped() throws Exception {
        JUnitReports reports = new JUnitReports();
        reports.add(Files.writeString(folder.resolve("report.xml"), """
                <testsuite><testcase classname="IpmiDriverTest" name="">
                  <skipped message="Assumption failed: needs the program ipmitool: apt-get install ipmitool"/>
                </testcase></testsuite>
                """));

        assertThat(reports.skipped()).isEmpty();
        assertThat(reports.leftOut())
                .containsExactly("IpmiDriverTest:  needs the program ipmitool: apt-get install ipmitool");
    }

    @Test
    void colours_in_a_message_do_not_make_a_report_unreadable() throws Exception {
        JUnitReports reports = new JUnitReports();
        reports.add(Files.writeString(
                folder.resolve("coloured.xml"),
                "<testsuites><testcase name='a'><failure message='\u001b[2mno&#x1b;'/></testcase></testsuites>"));

        assertThat(reports.failed()).containsExactly(": a");
    }

    @Test
    void only_reports_of_this_run_count() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("module/target/surefire-reports"));
        Path old = Files.writeString(reports.resolve("TEST-old.xml"), "<testsuite><testcase name='a'/></testsuite>");
        Files.writeString(reports.resolve("TEST-new.xml"), "<testsuite><testcase name='b'/></testsuite>");
        Files.writeString(reports.resolve("other.xml"), "<testsuite><testcase name='c'/></testsuite>");
        assertThat(old.toFile().setLastModified(1000)).isTrue();

        JUnitReports found = new JUnitReports();
        found.addAll(folder, 2000);

        assertThat(found.passed()).isEqualTo(1);
    }

    @Test
    void a_report_that_cannot_be_read_is_a_failure() throws Exception {
        JUnitReports reports = new JUnitReports();
        reports.add(Files.writeString(folder.resolve("torn.xml"), "<testsuite>"));

        assertThat(reports.failed()).hasSize(1);
    }
}
