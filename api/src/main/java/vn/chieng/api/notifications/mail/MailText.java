package vn.chieng.api.notifications.mail;

/** A mail before it is sent: the subject is one line, the HTML says what the plain text says. */
public record MailText(String subject, String plain, String html) {}
