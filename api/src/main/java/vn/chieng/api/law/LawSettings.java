package vn.chieng.api.law;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Folders of further packs and another calendar, besides those that ship. */
@ConfigurationProperties("chieng.law")
record LawSettings(@Nullable Path packsDirectory, @Nullable Path calendar) {}
