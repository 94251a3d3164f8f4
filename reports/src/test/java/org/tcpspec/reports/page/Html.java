package org.tcpspec.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every page of ours must hold to. */
public final class Html {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");

    private Html() {}

    static List<String> links(String page) {
        return LINK.matcher(page).results().map(m -> m.group(1)).toList();
    }

    /** It needs no network, its anchors exist once each, its files exist below {@code folder}. */
    public static void holds(String page, Path folder) {
        assertThat(page).doesNotContain("http://", "https://", "<link", "<iframe", "@import", " onclick=");
        List<String> ids = ID.matcher(page).results().map(m -> m.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> known = Set.copyOf(ids);
        for (String link : links(page)) {
            if (link.startsWith("#")) {
                assertThat(known).contains(link.substring(1));
            } else {
                assertThat(folder.resolve(link.replaceAll("#.*", ""))).exists();
            }
        }
        assertThat(page).contains("<html lang=\"en\">", "name=\"viewport\"", "<main id=\"main\">", "<h1>");
        for (String table : page.split("<table")) {
            if (table.contains("</table>")) {
                assertThat(table).contains("<caption", "scope=\"col\"");
            }
        }
    }

    static List<String> all(String page, String regex) {
        return Pattern.compile(regex)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toList());
    }
}
