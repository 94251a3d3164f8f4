package org.tcpspec.reports.page;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import org.tcpspec.reports.write.Escape;

/** HTML in which text that may hold octets from the wire is harmless: see {@link Escape#xml}. */
final class SafeHtml extends CommonMarkupOutputFormat<SafeHtml.Markup> {
    static final SafeHtml FORMAT = new SafeHtml();

    private SafeHtml() {}

    @Override
    public String getName() {
        return "tcpspec HTML";
    }

    @Override
    public String getMimeType() {
        return "text/html";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(Escape.xml(text));
    }

    @Override
    public String escapePlainText(String text) {
        return Escape.xml(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return name.equals("html") || name.equals("xml");
    }

    @Override
    protected Markup newTemplateMarkupOutputModel(String plain, String markup) {
        return new Markup(plain, markup);
    }

    /** A piece of this format. */
    static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {
        Markup(String plain, String markup) {
            super(plain, markup);
        }

        @Override
        public SafeHtml getOutputFormat() {
            return FORMAT;
        }
    }
}
