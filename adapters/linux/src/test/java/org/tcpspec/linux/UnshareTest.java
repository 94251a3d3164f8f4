package org.tcpspec.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnshareTest {

    private static String explain(Map<String, String> settings, String seccomp) {
        return Unshare.explain("unshare failed: Operation not permitted", n -> settings.getOrDefault(n, ""), seccomp);
    }

    @Test
    void eachMechanismIsNamedWithItsMend() {
        assertThat(explain(Map.of("user/max_user_namespaces", "0"), "0"))
                .contains("switched off", "sysctl -w user.max_user_namespaces=15000");
        assertThat(explain(Map.of("user/max_net_namespaces", "0"), "0")).contains("user.max_net_namespaces=15000");
        assertThat(explain(Map.of("kernel/unprivileged_userns_clone", "0"), "0"))
                .contains("kernel.unprivileged_userns_clone=1");
        assertThat(explain(Map.of("kernel/apparmor_restrict_unprivileged_userns", "1"), "0"))
                .contains("AppArmor", "kernel.apparmor_restrict_unprivileged_userns=0");
        assertThat(explain(Map.of(), "2")).contains("seccomp", "--security-opt seccomp=unconfined");
        assertThat(explain(Map.of(), "0")).contains("Operation not permitted", "sudo");
    }
}
