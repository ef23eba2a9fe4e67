package vn.chieng.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import vn.chieng.sigma.rule.RuleSource;

/** The Sigma rules that ship with the product, read from the class path, be it a folder or a jar. */
public final class ShippedRules {
    private static final String FOLDER = "/sigma/";
    private static final List<String> SIGMA = List.of(
            "linux_account_or_admin_added",
            "ssh_failed_login",
            "ssh_invalid_user",
            "ssh_login",
            "ssh_root_password_login",
            "sudo_shell_or_failure",
            "web_injection_or_traversal",
            "web_server_spawns_shell",
            "web_shell_request",
            "windows_backups_destroyed",
            "windows_failed_logon",
            "windows_log_cleared",
            "windows_ransomware_files");

    private ShippedRules() {}

    /** Names of the Sigma rules, which are those of their files without the ending. */
    public static List<String> names() {
        return SIGMA;
    }

    /** The Sigma rules, ready to load. */
    public static List<RuleSource> sigma() {
        return SIGMA.stream().map(ShippedRules::source).toList();
    }

    private static RuleSource source(String name) {
        String resource = FOLDER + name + ".yml";
        try (InputStream in = Objects.requireNonNull(ShippedRules.class.getResourceAsStream(resource), resource)) {
            return new RuleSource("shipped" + resource, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
