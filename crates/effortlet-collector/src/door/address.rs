//! Whose bucket a post takes from, by the address it came from. Never keeps or shows the address.

use std::net::{IpAddr, Ipv6Addr};

/// An IPv4 address, or the network of an IPv6 address: whoever has one of its 2^64 has them all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct AddressKey(IpAddr);

/// The upper 64 of 128 bits, which name the network.
const NETWORK: u128 = !0 << 64;

impl From<IpAddr> for AddressKey {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & NETWORK)),
            address => address,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let key = |text: &str| AddressKey::from(text.parse::<IpAddr>().unwrap());
        assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff::7"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_ne!(key("192.0.2.1"), key("192.0.2.2"));
        assert_eq!(key("::ffff:192.0.2.1"), key("192.0.2.1"));
    }
}
