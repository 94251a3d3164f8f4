package org.tcpspec.reports.page;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Renders templates to HTML. Whatever a template prints is escaped as {@link SafeHtml} does. */
public final class Pages {
    private static final Configuration CONFIGURATION = configuration();

    private Pages() {}

    private static Configuration configuration() {
        Configuration c = new Configuration(Configuration.VERSION_2_3_34);
        c.setClassForTemplateLoading(Pages.class, "");
        c.setDefaultEncoding(StandardCharsets.UTF_8.name());
        c.setLocale(Locale.ROOT);
        c.setNumberFormat("computer");
        c.setRecognizeStandardFileExtensions(false);
        c.setOutputFormat(SafeHtml.FORMAT);
        c.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
        c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        c.setLogTemplateExceptions(false);
        return c;
    }

    /**
     * A template filled in.
     *
     * @param template its file name, beside this class
     * @throws IllegalStateException if the template does not fit the model: a mistake of the kit's
     */
    public static String render(String template, Map<String, ?> model) {
        try {
            StringWriter out = new StringWriter();
            CONFIGURATION.getTemplate(template).process(model, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " does not fit: " + e.getMessage(), e);
        }
    }
}
