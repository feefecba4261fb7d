//! Secrets and signatures of Standard Webhooks. Never keeps a secret.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use effortlet_core::time::Timestamp;
use ring::hmac;

/// So that whoever finds one knows what it is.
const PREFIX: &str = "whsec_";

/// 256 bits; the scheme asks for 192 at least.
const BYTES: usize = 32;

/// A new secret, as it is shown once.
pub(super) fn new_secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{PREFIX}{}", STANDARD.encode(bytes)))
}

/// `webhook-timestamp` and `webhook-signature` of one try.
pub(super) fn sign(secret: &str, id: &str, at: Timestamp, body: &[u8]) -> (String, String) {
    let timestamp = at.0.div_euclid(1_000).to_string();
    let key = STANDARD.decode(secret.strip_prefix(PREFIX).unwrap_or(secret)).unwrap_or_default();
    let mut signing = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, &key));
    for part in [id.as_bytes(), b".", timestamp.as_bytes(), b".", body] {
        signing.update(part);
    }
    (timestamp, format!("v1,{}", STANDARD.encode(signing.sign())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_specification_is_signed_as_it_says() {
        // Of the scheme's own tests: secret, id, moment and body, and what they come to.
        let body = br#"{"test": 2432232314}"#;
        let (timestamp, signature) =
            sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", Timestamp(1_614_265_330_999), body);
        assert_eq!(timestamp, "1614265330");
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn each_secret_is_another() {
        let (one, other) = (new_secret().unwrap(), new_secret().unwrap());
        assert!(one.starts_with(PREFIX) && one.len() == PREFIX.len() + 44 && one != other);
    }
}
