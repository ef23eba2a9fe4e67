package vn.chieng.api.dossiers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of dossiers.
 *
 * @param place what stands before the day on papers
 * @param maxFile most bytes of one uploaded file
 * @param maxHandOff most bytes of the attachments in one bundle for an authority outside
 */
@ConfigurationProperties("chieng.dossiers")
record DossierSettings(
        @DefaultValue("Gia Lai") String place,
        @DefaultValue("20MB") DataSize maxFile,
        @DefaultValue("1GB") DataSize maxHandOff) {}
