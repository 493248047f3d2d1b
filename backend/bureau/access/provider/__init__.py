"""Signing in through an identity provider that speaks OpenID Connect (统一身份认证)."""
