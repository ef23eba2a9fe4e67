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
            "app_admin_login_from_internet",
            "app_administrator_granted",
            "app_audit_trail_changed",
            "app_bulk_export",
            "av_malware_found",
            "av_malware_not_cleaned",
            "av_protection_off",
            "database_admin_login_failure",
            "database_dropped",
            "database_dump_by_web_server",
            "database_rights_granted",
            "dns_dynamic_or_tunnel_service",
            "dns_mining_pool",
            "dns_tunnel",
            "firewall_admin_created",
            "firewall_admin_login_failure",
            "firewall_admin_login_from_internet",
            "firewall_admin_port_exposed",
            "firewall_config_changed",
            "firewall_firmware_changed",
            "firewall_intrusion_not_blocked",
            "firewall_logging_disabled",
            "firewall_policy_disabled",
            "fortigate_jsconsole_login",
            "linux_account_or_admin_added",
            "linux_cron_or_service_persistence",
            "linux_crypto_miner",
            "linux_defences_off",
            "linux_download_to_shell",
            "linux_kernel_module_loaded",
            "linux_logs_wiped",
            "linux_reverse_shell",
            "linux_ssh_key_added",
            "linux_sudoers_changed",
            "linux_web_server_writes_script",
            "mail_dangerous_attachment",
            "mail_forwarding_outside",
            "mail_login_failure",
            "mail_relay_refused",
            "mikrotik_persistence",
            "mssql_command_shell_enabled",
            "ssh_failed_login",
            "ssh_invalid_user",
            "ssh_login",
            "ssh_root_password_login",
            "sudo_shell_or_failure",
            "vpn_login_failure",
            "web_command_injection",
            "web_gambling_pages",
            "web_injection_or_traversal",
            "web_java_injection",
            "web_login_by_script",
            "web_management_page",
            "web_scanner",
            "web_secret_file_served",
            "web_server_spawns_shell",
            "web_sharepoint_exploit",
            "web_shell_request",
            "web_shell_usual_name",
            "web_unusual_method",
            "web_upload_component",
            "web_wordpress_probe",
            "windows_account_created",
            "windows_asrep_roasting",
            "windows_backups_destroyed",
            "windows_dcsync",
            "windows_defender_weakened",
            "windows_failed_logon",
            "windows_kerberoasting",
            "windows_log_cleared",
            "windows_lolbin",
            "windows_lsass_access",
            "windows_office_starts_shell",
            "windows_powershell_hidden_or_download",
            "windows_privileged_group_member",
            "windows_ransomware_files",
            "windows_rdp_opened",
            "windows_suspicious_service",
            "windows_suspicious_task",
            "windows_web_server_writes_script");

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
