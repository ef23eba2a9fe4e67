package vn.chieng.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Who can sign in, as the api left it in its folder. */
final class SignInFiles {

    private static final String ADMINISTRATOR = "admin";

    private SignInFiles() {}

    static Status.SignIn read(Home home, boolean demo) throws IOException {
        Optional<Status.Account> administrator = Files.exists(home.firstPassword())
                ? Optional.of(new Status.Account(
                        ADMINISTRATOR, Files.readString(home.firstPassword()).strip(), ADMINISTRATOR))
                : Optional.empty();
        List<Status.Account> users =
                demo && Files.exists(home.demoUsers()) ? demoUsers(Files.readString(home.demoUsers())) : List.of();
        return new Status.SignIn(administrator, users);
    }

    static List<Status.Account> demoUsers(String json) {
        try {
            return JsonMapper.shared()
                    .readTree(json)
                    .valueStream()
                    .map(user -> new Status.Account(
                            user.path("name").asString("?"),
                            user.path("password").asString("?"),
                            user.path("role").asString("")))
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
